package org.cresset.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.problem.Visible;
import org.cresset.release.Expectations;
import org.cresset.release.Finding;
import org.cresset.release.TreeVerifier;
import org.cresset.release.Verification;
import org.cresset.seal.Certificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset verify}: what a reader runs. */
@Command(
    name = "verify",
    description = "Says whether a release is genuine: signatures, manifest, chain, files.",
    footer = {
      "",
      "The key or its fingerprint must come over another channel than the site itself.",
      "",
      "Examples:",
      "  cresset verify site/public --key team.asc --expect-site https://csirt.example.org/ --expect-edition public",
      "  cresset verify public.zip --key FINGERPRINT --state ~/.cresset-seen",
      "  cresset verify https://csirt.example.org/ --key FINGERPRINT --also mirror/public",
      "",
      "Exit status: 0 genuine, 3 not genuine, 6 genuine but stale.",
    })
final class VerifyCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "DIR|ZIP|URL", description = "the release")
  private String target = "";

  @Option(
      names = "--key",
      paramLabel = "FILE|FPR",
      description = "the team's public key, or its fingerprint")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--expect-site",
      paramLabel = "S",
      description = "the address that the site must have")
  private Optional<String> site = Optional.empty();

  @Mixin private final ReaderOptions reader = new ReaderOptions();

  @Option(
      names = "--also",
      paramLabel = "DIR|ZIP|URL",
      description = "a second source: says whether it has a newer release, or another history")
  private Optional<String> also = Optional.empty();

  private final Surroundings world;

  VerifyCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Expectations expected =
        new Expectations(certificate(), fingerprint(), site, reader.edition, reader.state(world));
    Verification result =
        new TreeVerifier(expected, common.asOf()).verify(place(target), also.map(this::place));
    if (common.json) {
      world.out().print(Json.pretty(result.json()));
    } else {
      print(result);
    }
    return status(result.outcome()).number();
  }

  private String place(String name) {
    return name.matches("(?i)https?://.*") ? name : world.directory().resolve(name).toString();
  }

  private Optional<Certificate> certificate() {
    Optional<Path> file = key.filter(k -> !isFingerprint(k)).map(world.directory()::resolve);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Certificate.parse(Files.readAllBytes(file.get())));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.KEY,
          "the key " + file.get() + " can't be read",
          "give the file with the team's public key, or its fingerprint",
          e);
    }
  }

  private Optional<String> fingerprint() {
    return key.filter(VerifyCommand::isFingerprint);
  }

  static boolean isFingerprint(String key) {
    return key.replace(" ", "").matches("(0[xX])?[0-9A-Fa-f]{40}");
  }

  private static ExitStatus status(Verification.Outcome outcome) {
    return switch (outcome) {
      case GENUINE -> ExitStatus.DONE;
      case STALE -> ExitStatus.STALE;
      case NOT_GENUINE -> ExitStatus.NOT_GENUINE;
    };
  }

  private void print(Verification result) {
    for (Finding finding : result.findings()) {
      String place = finding.path().isEmpty() ? "" : Visible.line(finding.path()) + ": ";
      world.out().println(place + Visible.line(finding.message()));
    }
    String release =
        result.manifest().map(m -> " release " + m.release() + " of " + m.edition()).orElse("");
    switch (result.outcome()) {
      case GENUINE -> world.out().println("OK" + release);
      case STALE -> world.out().println("STALE: genuine, but look for a newer release;" + release);
      case NOT_GENUINE -> world.out().println("FAIL: this is not genuine");
    }
  }
}
