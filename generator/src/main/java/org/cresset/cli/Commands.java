package org.cresset.cli;

import picocli.CommandLine;

/** Makes the commands: each gets the world it runs in. */
final class Commands implements CommandLine.IFactory {
  private final Surroundings world;

  Commands(Surroundings world) {
    this.world = world;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    try {
      return type.getDeclaredConstructor(Surroundings.class).newInstance(world);
    } catch (NoSuchMethodException e) {
      return CommandLine.defaultFactory().create(type);
    }
  }
}
