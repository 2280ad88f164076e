package org.cresset.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.cresset.Workspace;
import org.cresset.json.Json;

/** Says which file a command wrote. */
final class Said {
  private final Surroundings world;
  private final Common common;

  Said(Surroundings world, Common common) {
    this.world = world;
    this.common = common;
  }

  void file(Workspace workspace, Path file) {
    say(workspace, file, Map.of());
  }

  void version(Workspace workspace, Path file, String version) {
    say(workspace, file, Map.of("version", version));
  }

  private void say(Workspace workspace, Path file, Map<String, String> more) {
    String shown = workspace.root().relativize(file).toString();
    if (common.json) {
      Map<String, Object> json = new TreeMap<>(more);
      json.put("file", shown);
      world.out().print(Json.pretty(json));
    } else {
      String version = more.containsKey("version") ? ": version " + more.get("version") : "";
      world.out().println(shown + version);
    }
  }
}
