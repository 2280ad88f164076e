package org.cresset.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.Workspace;
import org.cresset.edition.Team;
import org.cresset.json.Json;
import org.cresset.seal.KeyStore;
import org.cresset.seal.NewKey;
import org.cresset.seal.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cresset keys init}: a key of the team's own, protected by a passphrase. */
@Command(
    name = "init",
    description =
        "Makes the team's signing key: a primary key that certifies, and a subkey that signs for a year.",
    footer = {
      "",
      "The passphrase is asked for, or read from the file descriptor that CRESSET_KEY_PASSPHRASE_FD names.",
      "The revocation certificate lies beside the key; keep both off this machine too.",
      "",
      "With --offline the primary key goes there alone, onto a medium that is kept in a safe: this machine",
      "then signs, but can neither extend its own key nor make another.",
      "",
      "Examples:",
      "  cresset keys init",
      "  cresset keys init --offline /media/safe",
    })
final class KeysInitCommand implements Callable<Integer> {
  @Mixin private final Common common;
  @Mixin private final OfflineOption offline = new OfflineOption();

  private final Surroundings world;

  KeysInitCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Team team =
        new Pipeline(workspace, Progress.SILENT, new Passphrase(world)).configuration().team();
    NewKey wanted = NewKey.of(team.name(), team.email(), common.asOfToSign());
    workspace.hideFromGit();
    char[] passphrase = new Passphrase(world).chosen();
    Optional<Path> apart = offline.folder(world);
    StoredKey key = KeyStore.open(workspace.keys()).create(wanted, Optional.of(passphrase), apart);
    if (common.json) {
      world.out().print(Json.pretty(KeysListCommand.json(key)));
    } else {
      world.out().println(key.fingerprint() + "  " + key.userId());
      world
          .out()
          .println(
              (apart.isPresent() ? "primary key" : "secret key")
                  + " and revocation certificate: "
                  + apart.orElse(workspace.keys()));
      if (!common.quiet) {
        world.out().println("help: keep a copy of both where this machine's fate is not shared");
      }
    }
    return ExitStatus.DONE.number();
  }
}
