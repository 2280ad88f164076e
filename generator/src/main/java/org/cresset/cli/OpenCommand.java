package org.cresset.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.cresset.preview.OpenedSite;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;
import org.cresset.release.Expectations;
import org.cresset.release.SealedFile;
import org.cresset.release.TreeVerifier;
import org.cresset.release.Verification;
import org.cresset.seal.Certificate;
import org.cresset.seal.KeyStore;
import org.cresset.seal.Opener;
import org.cresset.seal.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset open}: a sealed edition, read without leaving a trace on the disk. */
@Command(
    name = "open",
    description = "Verifies and decrypts a sealed edition in memory, and shows it on 127.0.0.1.",
    footer = {
      "",
      "Nothing of it is written to disk. Its search works as on the site.",
      "",
      "Examples:",
      "  cresset open FILE.pgp --key team.asc --secret-key mine.asc",
      "  cresset open site/.sealed/NAME.pgp             by the team itself",
      "  cresset open FILE.pgp --tar | tar -t           the archive of the release",
      "",
      "Exit status: 3 not genuine, 4 no key opens it, 6 genuine but stale (with --tar).",
    })
final class OpenCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "FILE", description = "the sealed edition")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "the team's public key (default: those in ROOT/.cresset/keys)")
  private Optional<Path> key = Optional.empty();

  @Option(
      names = "--secret-key",
      paramLabel = "FILE",
      description = "the reader's secret key, as exported (default: ROOT/.cresset/keys)")
  private Optional<Path> secretKey = Optional.empty();

  @Mixin private final ReaderOptions reader = new ReaderOptions();

  @Option(names = "--tar", description = "writes the archive to standard output instead")
  private boolean tar;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "0 for any that is free (default: 8000)")
  private int port = 8000;

  private final Surroundings world;

  OpenCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    SealedFile opened =
        SealedFile.open(
            read(world.directory().resolve(file)),
            file.toString(),
            opener(),
            signers(),
            common.asOf());
    Verification verified = verify(opened);
    if (tar) {
      world.out().writeBytes(opened.tar());
      world.out().flush();
      boolean stale = verified.outcome() == Verification.Outcome.STALE;
      return (stale ? ExitStatus.STALE : ExitStatus.DONE).number();
    }
    show(opened, verified);
    return ExitStatus.DONE.number();
  }

  private void show(SealedFile opened, Verification verified) {
    try (OpenedSite site = OpenedSite.start(opened.files(), port)) {
      String release =
          verified.manifest().map(m -> "release " + m.release() + " of " + m.edition()).orElse("");
      if (verified.outcome() == Verification.Outcome.STALE) {
        world.out().println("STALE: genuine, but look for a newer file");
      }
      world.out().println(release + " at " + site.address() + " (end with Ctrl-C)");
      world.out().flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The tree inside, as a reader of a plain one would. */
  private Verification verify(SealedFile opened) {
    Expectations expected =
        new Expectations(
            Optional.of(opened.signer()),
            Optional.empty(),
            Optional.empty(),
            reader.edition,
            reader.state(world));
    Verification result = new TreeVerifier(expected, common.asOf()).verify(opened);
    if (result.outcome() == Verification.Outcome.NOT_GENUINE) {
      throw new Failure(
          Failure.Kind.NOT_GENUINE,
          "the release in "
              + file
              + " is not genuine: "
              + result.findings().stream()
                  .filter(f -> f.fatal())
                  .findFirst()
                  .orElseThrow()
                  .message(),
          "ask the team for the file again");
    }
    return result;
  }

  private Opener opener() {
    Supplier<char[]> passphrase = new Passphrase(world);
    return secretKey
        .map(k -> KeyStore.opener(world.directory().resolve(k), passphrase))
        .orElseGet(() -> KeyStore.open(common.workspace().keys()).opener(passphrase));
  }

  private List<Certificate> signers() {
    return key.map(k -> List.of(Certificate.parse(read(world.directory().resolve(k)))))
        .orElseGet(() ->
            KeyStore.open(common.workspace().keys()).list().stream()
                .map(StoredKey::certificate)
                .toList());
  }

  private static byte[] read(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT, "can't read " + path + ": " + Reason.of(e), "", e);
    }
  }
}
