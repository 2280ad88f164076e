package org.cresset.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.TeamKeyring;
import org.cresset.Workspace;
import org.cresset.document.Configuration;
import org.cresset.edition.WebKey;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.seal.PublicFiles;
import org.cresset.seal.WebKeyDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code cresset keys wkd}: the key where mail programs look for it. */
@Command(
    name = "wkd",
    description = "Writes a Web Key Directory with the team's key, for both methods.",
    footer = {
      "",
      "The public edition has the same files. This is for a host of its own, such as",
      "openpgpkey.example.org, where mail programs look first.",
      "",
      "Example:",
      "  cresset keys wkd /srv/openpgpkey",
    })
final class KeysWkdCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "DIR", description = "the root of the web server")
  private Path folder = Path.of("");

  private final Surroundings world;

  KeysWkdCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Configuration configuration =
        new Pipeline(workspace, Progress.SILENT, new Passphrase(world)).configuration();
    Certificate key = new TeamKeyring(workspace, configuration).certificate(Optional.empty());
    String email = configuration.team().email();
    byte[] content =
        WebKeyDirectory.key(key, email)
            .orElseThrow(() ->
                new Failure(
                    Failure.Kind.KEY,
                    "the key " + key.fingerprint() + " is not one of " + email,
                    "a key is found by the address on it: team.email in cresset.yaml"));
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    WebKey paths = new WebKey(domain, WebKeyDirectory.name(email), "");
    PublicFiles.write(
        world.directory().resolve(folder), paths.keyPaths(), paths.policyPaths(), content);
    List<String> written = new ArrayList<>(paths.keyPaths());
    written.addAll(paths.policyPaths());
    if (common.json) {
      world.out().print(Json.pretty(Map.of("written", written)));
    } else {
      written.forEach(p -> world.out().println(p));
    }
    return ExitStatus.DONE.number();
  }
}
