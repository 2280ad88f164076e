package org.cresset.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cresset.Once;
import org.cresset.Restoring;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;
import org.cresset.problem.Visible;
import org.cresset.seal.AgentKey;
import org.cresset.seal.Certificate;
import org.cresset.seal.GpgOpener;
import org.cresset.seal.KeyStore;
import org.cresset.seal.LongOpener;
import org.cresset.seal.PassphraseSource;
import org.cresset.seal.SealedContent;
import org.cresset.seal.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset restore}: a repository out of what {@code backup} wrote. */
@Command(
    name = "restore",
    description =
        "Verifies and decrypts a backup, and makes a repository with its work tree of it.",
    footer = {
      "",
      "Nothing is unpacked before FILE is known to be whole and signed by the key that you name, and no",
      "file is laid out before it was found so again. Every object is checked. All refs and HEAD are as they were; no hook is active, no remote is set.",
      "The new folder is readable by its owner alone. Put .cresset/keys and site/ back, then build.",
      "",
      "Examples:",
      "  cresset restore knowledge-2026-10-09.pgp --key team.asc --secret-key recovery-secret.asc",
      "  cresset restore kb.pgp --root /srv/knowledge --into drill   with the keys of another checkout",
      "  cresset restore kb.pgp --key team.asc --gpg                 with a key that gpg or a card keeps",
      "",
      "Exit status: 3 not genuine or damaged, 4 no key opens it, 5 the disk failed; nothing is left then.",
    })
final class RestoreCommand implements Callable<Integer> {
  @Mixin private final Common common;

  @Parameters(paramLabel = "FILE", description = "the backup")
  private Path file = Path.of("");

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "a new or empty folder (default: FILE's name without its ending, here)")
  private Optional<Path> into = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "FILE|FPR",
      description =
          "the public key that must have signed it, or its fingerprint where the key is in"
              + " ROOT/.cresset/keys or CONTENT/keys/team (default: those in ROOT/.cresset/keys)")
  private Optional<String> key = Optional.empty();

  @Option(
      names = "--secret-key",
      paramLabel = "FILE",
      description = "the secret key that opens it, as exported (default: ROOT/.cresset/keys)")
  private Optional<Path> secretKey = Optional.empty();

  @Option(names = "--gpg", description = "the secret key is kept by gpg-agent or on a card")
  private boolean gpg;

  private final Surroundings world;

  RestoreCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Path backup = world.directory().resolve(file).normalize();
    if (Files.isDirectory(backup)) {
      throw new Failure(
          Failure.Kind.USAGE, backup + " is a folder", "name the file that cresset backup wrote");
    }
    Path target = world.directory().resolve(into.orElseGet(() -> named(backup))).normalize();
    if (isHere(target)) {
      throw new Failure(
          Failure.Kind.USAGE,
          target + " is the folder that this runs in, which would be replaced",
          "name a new folder: --into DIR; or run this in another one");
    }
    SealedContent sealed = new SealedContent(backup, opener(), signers(), common.asOf());
    Restoring.Made made = Restoring.restore(backup, sealed, target);
    Certificate signer = made.signed().signer();
    if (common.json) {
      Map<String, Object> json = new TreeMap<>();
      json.put("folder", target.toString());
      json.put("refs", made.refs());
      json.put("signer", signer.fingerprint());
      json.put("made", made.signed().made().toString());
      world.out().print(Json.pretty(json));
      return ExitStatus.DONE.number();
    }
    world.out().println("restored " + target + ", " + made.refs() + " refs");
    world
        .out()
        .println(
            "  backed up at "
                + made.signed().made()
                + ", signed by "
                + Visible.line(signer.userId())
                + " "
                + signer.fingerprint());
    if (!common.quiet) {
      world.out().println("help: put .cresset/keys and site/ back there; then: cresset check");
    }
    return ExitStatus.DONE.number();
  }

  private boolean isHere(Path target) {
    try {
      return Files.exists(target) && Files.isSameFile(target, world.directory());
    } catch (IOException e) {
      return false;
    }
  }

  private static Path named(Path backup) {
    String name = backup.getFileName().toString();
    int end = name.lastIndexOf('.');
    if (end < 1) {
      throw new Failure(
          Failure.Kind.USAGE,
          "the name of " + backup + " has no ending to take away",
          "say where it shall go: --into DIR");
    }
    return Path.of(name.substring(0, end));
  }

  private LongOpener opener() {
    PassphraseSource passphrase = new Once(new Passphrase(world));
    if (gpg) {
      return new GpgOpener(passphrase);
    }
    return secretKey
        .map(k -> KeyStore.opener(world.directory().resolve(k), passphrase))
        .orElseGet(() -> KeyStore.open(common.workspace().keys()).opener(passphrase));
  }

  /** Never a key out of the backup. */
  private List<Certificate> signers() {
    if (key.isPresent()) {
      return List.of(VerifyCommand.isFingerprint(key.get()) ? known(key.get()) : read(key.get()));
    }
    List<Certificate> own = own();
    if (own.isEmpty()) {
      throw new Failure(
          Failure.Kind.KEY,
          "nothing says who must have signed " + file,
          "name the file with the team's public key: --key FILE");
    }
    return own;
  }

  private List<Certificate> own() {
    return KeyStore.open(common.workspace().keys()).list().stream()
        .map(StoredKey::certificate)
        .toList();
  }

  private Certificate known(String named) {
    String fingerprint = named.replaceAll("\\s|^0[xX]", "").toUpperCase(Locale.ROOT);
    Path kept = common.workspace().content().resolve("keys/team/" + fingerprint + ".asc");
    return own().stream()
        .filter(c -> c.fingerprint().equals(fingerprint))
        .findFirst()
        .or(() -> Files.exists(kept) ? Optional.of(read(kept.toString())) : Optional.empty())
        .filter(c -> c.fingerprint().equals(fingerprint))
        .or(() -> gpg ? Optional.of(AgentKey.certificate(fingerprint)) : Optional.empty())
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.KEY,
                "the public key " + fingerprint + " is not here",
                "name its file: --key FILE"));
  }

  private Certificate read(String named) {
    Path path = world.directory().resolve(named);
    try {
      return Certificate.parse(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.KEY,
          "the key " + path + " can't be read: " + Reason.of(e),
          "give the file with the team's public key, or its fingerprint",
          e);
    }
  }
}
