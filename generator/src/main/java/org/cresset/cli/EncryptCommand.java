package org.cresset.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cresset.Encrypting;
import org.cresset.Workspace;
import org.cresset.authoring.SealedSource;
import org.cresset.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset encrypt}: the form in which highly sensitive sources lie in Git. */
@Command(
    name = "encrypt",
    description = "Makes FILE.asc, encrypted to the keys of those who may read all of FILE.",
    footer = {
      "",
      "That is the team; and those whom 'only' names, by the keys of their registered contacts,",
      "unless the file is a report or has passages for fewer readers.",
      "Builds read FILE.asc in place of FILE. What was committed before stays in the history.",
      "",
      "Examples:",
      "  cresset encrypt content/reports/2026/3648170952.md --remove",
      "  cresset encrypt content/advisories/2026/csa-2026-k7f3/index.md",
    })
final class EncryptCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "FILE", description = "a document, or an attachment of one")
  private Path file = Path.of("");

  @Option(names = "--remove", description = "removes the plain file, once FILE.asc is written")
  private boolean remove;

  private final Surroundings world;

  EncryptCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Path plain = world.directory().resolve(file).normalize();
    Encrypting.Encrypted encrypted = new Encrypting(workspace).encrypt(plain, common.asOf());
    Path sealed = SealedSource.write(plain, encrypted.message(), remove);
    if (common.json) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("file", workspace.root().relativize(sealed).toString());
      json.put("readers", encrypted.readers());
      world.out().print(Json.pretty(json));
      return ExitStatus.DONE.number();
    }
    world.out().println("wrote " + workspace.root().relativize(sealed));
    encrypted.readers().forEach(reader -> world.out().println("  for " + reader));
    if (!remove && !common.quiet) {
      world.out().println("help: the plain file is still there; remove it, and never commit it");
    }
    return ExitStatus.DONE.number();
  }
}
