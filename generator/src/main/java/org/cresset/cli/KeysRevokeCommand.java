package org.cresset.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.Pipeline;
import org.cresset.Progress;
import org.cresset.TeamKeyring;
import org.cresset.Workspace;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;
import org.cresset.seal.Certificate;
import org.cresset.seal.KeyCeremony;
import org.cresset.seal.PublicFiles;
import org.cresset.seal.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset keys revoke}: a key that must not be trusted any more. */
@Command(
    name = "revoke",
    description = "Revokes a key with the certificate made at its start, or retires it.",
    footer = {
      "",
      "A revoked key takes all its signatures with it, whatever their date: this is for a key that was",
      "lost or stolen. What counts is signed again by the next build with another key.",
      "With --retired the key only signs no more; what it signed before stays good. That needs the",
      "primary key (--primary FILE where it is kept elsewhere).",
      "The revoked public key is written to content/keys/team/: commit it, and build.",
      "",
      "Examples:",
      "  cresset keys revoke FINGERPRINT",
      "  cresset keys revoke FINGERPRINT --certificate /media/safe/FINGERPRINT.rev",
      "  cresset keys revoke FINGERPRINT --retired --reason 'replaced by our key of 2027'",
    })
final class KeysRevokeCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "FINGERPRINT", description = "the key")
  private String fingerprint = "";

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "the revocation certificate (default: the one beside the key)")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--retired", description = "it only signs no more")
  private boolean retired;

  @Mixin private final PrimaryOption primary = new PrimaryOption();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "with --retired: said in the key, for readers")
  private String reason = "";

  private final Surroundings world;

  KeysRevokeCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Passphrase passphrase = new Passphrase(world);
    TeamKeyring keys =
        new TeamKeyring(
            workspace, new Pipeline(workspace, Progress.SILENT, passphrase).configuration());
    KeyCeremony ceremony = new KeyCeremony(keys.store(), passphrase);
    Certificate revoked =
        retired ? retire(keys, ceremony) : revoke(keys, ceremony, revocation(keys));
    Path file = PublicFiles.write(keys.folder(), revoked);
    if (common.json) {
      world.out().print(Json.pretty(KeysListCommand.json(revoked)));
    } else {
      world.out().println(revoked.fingerprint() + (retired ? " is retired" : " is revoked"));
      world.out().println("public key: " + file);
      if (!common.quiet) {
        world
            .out()
            .println(
                "help: commit it, name another key in cresset.yaml (signing.key), build, and send"
                    + " the file to key servers");
      }
    }
    return ExitStatus.DONE.number();
  }

  private Certificate retire(TeamKeyring keys, KeyCeremony ceremony) {
    StoredKey key = keys.stored(Optional.of(fingerprint));
    return ceremony
        .retire(key, primary.file(key, world), common.asOfToSign(), reason)
        .certificate();
  }

  private static Certificate revoke(TeamKeyring keys, KeyCeremony ceremony, Revocation revocation) {
    Optional<StoredKey> stored =
        keys.store().list().stream()
            .filter(k -> k.fingerprint().equals(revocation.of().fingerprint()))
            .findFirst();
    return stored
        .map(k -> ceremony.revoke(k, revocation.bytes()).certificate())
        .orElseGet(() -> KeyCeremony.revoked(revocation.of(), revocation.bytes()));
  }

  private record Revocation(Certificate of, byte[] bytes) {}

  private Revocation revocation(TeamKeyring keys) {
    Certificate of = keys.certificate(Optional.of(fingerprint));
    if (certificate.isEmpty()) {
      return new Revocation(
          of,
          keys.store()
              .revocation(of.fingerprint())
              .orElseThrow(() ->
                  new Failure(
                      Failure.Kind.KEY,
                      "the revocation certificate of " + of.fingerprint() + " is not beside it",
                      "fetch it from where it is kept: --certificate FILE")));
    }
    Path file = world.directory().resolve(certificate.get());
    try {
      return new Revocation(of, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT, "can't read " + file + ": " + Reason.of(e), "", e);
    }
  }
}
