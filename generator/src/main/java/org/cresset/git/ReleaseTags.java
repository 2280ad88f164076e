package org.cresset.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** What a release repository has under {@code refs/tags/release/}, and what its branch leads to. */
public final class ReleaseTags implements AutoCloseable {
  private static final String SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n";

  private final Repository repository;

  /**
   * @throws IOException if there is no such repository
   */
  public ReleaseTags(Path history) throws IOException {
    Isolation.enter();
    repository =
        new FileRepositoryBuilder()
            .setMustExist(true)
            .setGitDir(history.toFile())
            .setBare()
            .setup()
            .build();
  }

  /**
   * An annotated tag, as it says of itself; unverified.
   *
   * @param name such as {@code release/42}
   * @param id of the tag's object
   * @param payload what is signed of it
   * @param signature armoured; empty where there is none
   */
  public record Tag(String name, String id, String commit, byte[] payload, byte[] signature) {}

  /**
   * All of them, by name.
   *
   * @throws IOException if one is no annotated tag of a commit, by its own name
   */
  public List<Tag> all() throws IOException {
    List<Tag> all = new ArrayList<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Refs.TAGS + "release/")) {
        all.add(tag(reader, ref));
      }
    }
    return List.copyOf(all);
  }

  private static Tag tag(ObjectReader reader, Ref ref) throws IOException {
    String name = ref.getName().substring(Refs.TAGS.length());
    ObjectId id = ref.getObjectId();
    if (ref.isSymbolic() || id == null || reader.open(id).getType() != Constants.OBJ_TAG) {
      throw new IOException("its tag " + name + " is not a signed one");
    }
    byte[] raw = reader.open(id, Constants.OBJ_TAG).getCachedBytes();
    // Each byte is one character here.
    String text = new String(raw, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\n" + SIGNATURE) + 1;
    int payload = end == 0 ? raw.length : end;
    String[] head = text.substring(0, payload).split("\n", 4);
    if (head.length < 4
        || !head[0].matches("object [0-9a-f]{40}")
        || !head[1].equals("type commit")
        || !head[2].equals("tag " + name)) {
      throw new IOException("its tag " + name + " is not that of a commit by this name");
    }
    return new Tag(
        name,
        id.name(),
        head[0].substring("object ".length()),
        Arrays.copyOf(raw, payload),
        Arrays.copyOfRange(raw, payload, raw.length));
  }

  /** The commits that a commit leads to by its first parents, itself among them. */
  public Set<String> line(String commit) throws IOException {
    Set<String> line = new HashSet<>();
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit at = walk.parseCommit(ObjectId.fromString(commit));
      while (line.add(at.name()) && at.getParentCount() > 0) {
        at = walk.parseCommit(at.getParent(0));
      }
    }
    return line;
  }

  /** A file of a commit, if it has that. */
  public Optional<byte[]> read(String commit, String path) throws IOException {
    try (RevWalk walk = new RevWalk(repository);
        TreeWalk at =
            TreeWalk.forPath(
                walk.getObjectReader(),
                path,
                walk.parseCommit(ObjectId.fromString(commit)).getTree())) {
      return at == null
          ? Optional.empty()
          : Optional.of(Objects.blob(walk.getObjectReader(), at.getObjectId(0)));
    } catch (MissingObjectException e) {
      throw new IOException("it lacks the object " + e.getObjectId().name(), e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
