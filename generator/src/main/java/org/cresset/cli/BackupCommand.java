package org.cresset.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.cresset.BackingUp;
import org.cresset.Workspace;
import org.cresset.json.Json;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;
import org.cresset.problem.Visible;
import org.cresset.seal.Certificate;
import org.cresset.seal.FreshFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cresset backup}: the repository with its history in one file, for storage off site. */
@Command(
    name = "backup",
    description = "Writes the repository with its whole history to FILE, signed and encrypted.",
    footer = {
      "",
      "All branches, tags and other refs as they are; of several stashes the newest. It is signed with",
      "the key that signs releases, and made without any plain copy on the disk.",
      "Not in it: what is not committed, secret keys (.cresset/keys), site/ with its chain of releases,",
      "settings and hooks of .git. Keep keys and site/ apart from it: the key that opens a backup is",
      "needed to restore it.",
      "",
      "Examples:",
      "  cresset backup /mnt/offsite/knowledge-2026-10-09.pgp",
      "  cresset backup kb.pgp --to recovery.asc --to team.asc      for a key kept in a safe, too",
      "  gpg --decrypt kb.pgp > all.bundle && git clone all.bundle  without Cresset",
      "",
      "Exit status: 4 no key to sign with or encrypt to, 5 objects are missing or the disk failed.",
    })
final class BackupCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Mixin private final Common common;

  @Parameters(paramLabel = "FILE", description = "is written whole or not at all, mode 0600")
  private Path file = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "CERT",
      description = "a public key that opens it, may be repeated (default: the team's own, alone)")
  private List<Path> to = List.of();

  @Option(names = "--overwrite", description = "replaces a FILE that is there already")
  private boolean replace;

  private final Surroundings world;

  BackupCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    Workspace workspace = common.workspace();
    Path target = world.directory().resolve(file).normalize();
    if (FreshFile.isThere(target) && (!replace || !Files.isRegularFile(target))) {
      throw new Failure(
          Failure.Kind.USAGE,
          target + " is there already, and was left alone",
          "name a new file; or --overwrite replaces a file, once the new one is whole");
    }
    List<Certificate> recipients = to.stream().map(this::certificate).toList();
    BackingUp.Made made =
        new BackingUp(workspace, new Passphrase(world))
            .make(target, recipients, common.asOfToSign());
    if (common.json) {
      world.out().print(Json.pretty(json(target, made)));
    } else {
      print(target, made);
    }
    return ExitStatus.DONE.number();
  }

  private Certificate certificate(Path named) {
    Path path = world.directory().resolve(named);
    try {
      return Certificate.parse(Files.readAllBytes(path));
    } catch (Failure e) {
      throw new Failure(e.kind(), path + ": " + e.text(), e.help(), e);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.KEY,
          "the key " + path + " can't be read: " + Reason.of(e),
          "give the file with the public key: gpg --armor --export FINGERPRINT > FILE",
          e);
    }
  }

  private void print(Path target, BackingUp.Made made) {
    world.out().println("wrote " + target + ", " + made.file().bytes() + " bytes");
    world.out().println("  sha256 " + made.file().sha256());
    world
        .out()
        .println("  " + made.refs() + " refs, " + made.commits() + " commits, HEAD " + made.head());
    world.out().println("  signed by " + shown(made.signer()));
    made.recipients().forEach(r -> world.out().println("  opened by " + shown(r)));
    List<String> missing = made.uncommitted();
    if (!missing.isEmpty()) {
      world.out().println("  not in it, since not committed: " + missing.size() + " files");
      missing.stream().limit(SHOWN).forEach(f -> world.out().println("    " + Visible.line(f)));
    }
    if (!common.quiet) {
      advise(made);
    }
  }

  private void advise(BackingUp.Made made) {
    world
        .out()
        .println("help: secret keys and site/ are not in it; keep them too, apart from this file");
    if (made.recipients().stream().anyMatch(Certificate::demonstration)) {
      world
          .out()
          .println(
              "help: a key for demonstration has no passphrase and is nowhere else; cresset keys"
                  + " init makes a real one");
    }
  }

  private static String shown(Certificate key) {
    return Visible.line(key.userId()) + " " + key.fingerprint();
  }

  private static Map<String, Object> json(Path target, BackingUp.Made made) {
    return new TreeMap<>(
        Map.of(
            "file", target.toString(),
            "bytes", made.file().bytes(),
            "sha256", made.file().sha256(),
            "refs", made.refs(),
            "commits", made.commits(),
            "head", made.head(),
            "signer", made.signer().fingerprint(),
            "recipients", made.recipients().stream().map(Certificate::fingerprint).toList(),
            "uncommitted", made.uncommitted()));
  }
}
