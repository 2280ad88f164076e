package org.cresset.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.TeamKeyring;
import org.cresset.Workspace;
import org.cresset.document.Configuration;
import org.cresset.json.Json;
import org.cresset.seal.KeyCeremony;
import org.cresset.seal.NewKey;
import org.cresset.seal.PublicFiles;
import org.cresset.seal.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cresset keys rotate}: the next signing subkey, or the next key. */
@Command(
    name = "rotate",
    description =
        "Adds a signing subkey for the next year; or makes a whole new key and announces it.",
    footer = {
      "",
      "A new subkey needs the primary key: --primary names its file where it is kept elsewhere; that file",
      "gets the subkey too. Readers notice nothing: the fingerprint that they know stays.",
      "With --announce a new primary key is made. Readers are told of it 90 days before it signs.",
      "",
      "Examples:",
      "  cresset keys rotate",
      "  cresset keys rotate --primary /media/safe/FINGERPRINT.asc",
      "  cresset keys rotate --announce --offline /media/safe",
    })
final class KeysRotateCommand implements Callable<Integer> {
  private static final Duration AHEAD = Duration.ofDays(90);

  @Mixin private final Common common;
  @Mixin private final PrimaryOption primary = new PrimaryOption();

  @Option(names = "--announce", description = "a new primary key, announced ahead")
  private boolean announce;

  @Mixin private final OfflineOption offline = new OfflineOption();

  private final Surroundings world;

  KeysRotateCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Passphrase passphrase = new Passphrase(world);
    Configuration configuration =
        new Pipeline(workspace, Progress.SILENT, passphrase).configuration();
    TeamKeyring keys = new TeamKeyring(workspace, configuration);
    Instant now = common.asOfToSign();
    NewKey wanted = NewKey.of(configuration.team().name(), configuration.team().email(), now);
    StoredKey old = keys.stored(Optional.empty());
    if (announce) {
      StoredKey made =
          keys.store().create(wanted, Optional.of(passphrase.chosen()), offline.folder(world));
      Path file = PublicFiles.write(keys.folder(), made.certificate());
      PublicFiles.write(keys.folder(), old.certificate());
      say(made, made.fingerprint() + "  " + made.userId());
      advise(old, made, file, now);
    } else {
      Path whole = primary.file(old, world);
      StoredKey rotated = new KeyCeremony(keys.store(), passphrase).rotate(old, whole, wanted);
      say(
          rotated,
          rotated.fingerprint()
              + " signs with a new subkey, until "
              + rotated.expires().map(Instant::toString).orElse("it is retired"));
    }
    return ExitStatus.DONE.number();
  }

  private void say(StoredKey key, String line) {
    world.out().print(common.json ? Json.pretty(KeysListCommand.json(key)) : line + "\n");
  }

  private void advise(StoredKey old, StoredKey made, Path file, Instant now) {
    if (common.json || common.quiet) {
      return;
    }
    String from = now.plus(AHEAD).toString().substring(0, "2026-01-01".length());
    world
        .out()
        .println(
            String.join(
                "\n",
                "public key: " + file,
                "Commit it, and announce it in cresset.yaml now:",
                "  signing: {key: " + old.fingerprint() + ",",
                "            next: " + made.fingerprint() + "}",
                "From " + from + " on let it sign:",
                "  signing: {key: " + made.fingerprint() + ",",
                "            retired: {" + old.fingerprint() + ": " + from + "}}"));
  }
}
