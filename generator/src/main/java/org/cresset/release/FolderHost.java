package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cresset.parallel.Evenly;
import org.cresset.problem.Failure;

/**
 * A folder that a web server serves. It is a link into a store beside it, which is kept as {@code
 * site/} is: the release is staged there, forced to disk and verified, and one rename of the link
 * inside switches.
 */
record FolderHost(Path folder) implements Host {
  @Override
  public Sent send(PreviousRelease release, TreeVerifier readers) {
    Path name = folder.getFileName();
    if (name == null) {
      throw new Failure(
          Failure.Kind.USAGE, "--to is " + folder, "name the folder that is to be served");
    }
    Path store = folder.resolveSibling("." + name + ".cresset");
    Path target = folder.getFileSystem().getPath("." + name + ".cresset", release.edition());
    try {
      refuseForeign(target);
      try (Releases there = Releases.open(store)) {
        Optional<PreviousRelease> before = there.previous(release.edition());
        before.ifPresent(b -> Host.mayFollow(b.bytes(), release, folder.toString()));
        Sent sent =
            before.filter(b -> same(b, release, readers)).isPresent()
                ? new Sent(0, 0)
                : copy(new Layout(store), before, release, readers);
        serve(target);
        if (release.manifest().historyRestarted().equals(Optional.of(release.number()))) {
          forgetBefore(new Layout(store), release.edition());
        }
        return sent;
      }
    } catch (IOException | UncheckedIOException e) {
      throw Host.failure(folder.toString(), e);
    }
  }

  /** What is there must be the link that this makes, or nothing. */
  private void refuseForeign(Path target) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      if (!Files.readSymbolicLink(folder).equals(target)) {
        throw Host.occupied(folder.toString(), "a link to " + Files.readSymbolicLink(folder));
      }
    } else if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw Host.occupied(folder.toString(), "files that cresset publish did not put there");
        }
      }
    } else if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw Host.occupied(folder.toString(), "a file");
    }
  }

  /** Whether it is there already, with no byte altered since. */
  private static boolean same(PreviousRelease before, PreviousRelease now, TreeVerifier readers) {
    return Arrays.equals(before.bytes(), now.bytes())
        && readers.verify(before.tree().toString()).outcome() == Verification.Outcome.GENUINE;
  }

  private static Sent copy(
      Layout layout,
      Optional<PreviousRelease> before,
      PreviousRelease release,
      TreeVerifier readers)
      throws IOException {
    String edition = release.edition();
    StagedTree tree = new StagedTree(layout.staging(edition), layout.spare(edition), before);
    Evenly.each(
        release.manifest().files().entrySet(),
        f -> {
          try {
            if (!tree.link(f.getKey(), f.getValue())) {
              tree.add(f.getKey(), Files.readAllBytes(release.tree().resolve(f.getKey())));
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    int sent = tree.fresh().size();
    tree.clean();
    tree.write(Manifest.NAME, release.bytes());
    tree.write(Manifest.SIGNATURE, release.signature());
    Durable.force(tree.root(), tree.unforced());
    Host.mustBeGenuine(readers.verify(tree.root().toString()), "the copy of " + release.tree());
    OptionalInt served = Repair.served(layout, edition);
    int number = served.isPresent() ? served.getAsInt() + 1 : 1;
    Files.move(tree.root(), layout.tree(edition, number), StandardCopyOption.ATOMIC_MOVE);
    Disk.force(layout.releases(edition));
    Disk.force(layout.releases());
    Releases.link(layout, edition, number);
    return new Sent(sent, removed(before, release));
  }

  private static int removed(Optional<PreviousRelease> before, PreviousRelease release) {
    return (int)
        before.stream()
            .flatMap(b -> b.manifest().files().keySet().stream())
            .filter(path -> !release.manifest().files().containsKey(path))
            .count();
  }

  /** After a disclosure accident nothing of what was served before stays there. */
  private static void forgetBefore(Layout layout, String edition) throws IOException {
    String kept = Integer.toString(Repair.served(layout, edition).orElseThrow());
    try (Stream<Path> all = Files.list(layout.releases(edition))) {
      for (Path old : all.filter(p -> !p.endsWith(kept)).toList()) {
        Disk.remove(old);
      }
    }
  }

  /** The link that the web server knows; it never changes again. */
  private void serve(Path target) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      return;
    }
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      throw Host.occupied(folder.toString(), "files that cresset publish did not put there");
    }
    Files.createSymbolicLink(folder, target);
    Path parent = folder.getParent();
    if (parent != null) {
      Disk.force(parent);
    }
  }
}
