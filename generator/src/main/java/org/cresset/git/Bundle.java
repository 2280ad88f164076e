package org.cresset.git;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cresset.problem.Failure;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.internal.storage.pack.PackWriter;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.pack.PackConfig;

/**
 * All refs of a repository and all that they lead to, as a Git bundle (gitformat-bundle, version
 * 2). HEAD stands right before the branch that it is on, or last where it is on none.
 */
public final class Bundle {
  static final String SIGNATURE = "# v2 git bundle";

  private final Repository repository;
  private final Map<String, ObjectId> refs;

  private Bundle(Repository repository, Map<String, ObjectId> refs) {
    this.repository = repository;
    this.refs = refs;
  }

  /**
   * Reads the refs. Symbolic ones other than HEAD only repeat others and are left out.
   *
   * @throws Failure ENVIRONMENT if there is no commit yet, or the refs can't be read
   */
  static Bundle of(Repository repository) {
    try {
      Map<String, ObjectId> all = new TreeMap<>();
      for (Ref ref : repository.getRefDatabase().getRefs()) {
        if (ref.getName().startsWith(Constants.R_REFS) && !ref.isSymbolic()) {
          all.put(ref.getName(), ref.getObjectId());
        }
      }
      Ref head = repository.exactRef(Constants.HEAD);
      ObjectId at = head == null ? null : head.getObjectId();
      if (at == null) {
        throw new Failure(
            Failure.Kind.ENVIRONMENT,
            "HEAD of the repository " + repository.getDirectory() + " names no commit",
            "commit first, or check out a branch that has one");
      }
      Map<String, ObjectId> refs = new LinkedHashMap<>();
      String branch = head.getLeaf().getName();
      if (head.isSymbolic()) {
        refs.put(Constants.HEAD, at);
        refs.put(branch, at);
      }
      refs.putAll(all);
      refs.put(Constants.HEAD, at);
      return new Bundle(repository, refs);
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  /** How many refs it has besides HEAD. */
  public int refs() {
    return refs.size() - 1;
  }

  /** The commit that HEAD names. */
  public String head() {
    return refs.getOrDefault(Constants.HEAD, ObjectId.zeroId()).name();
  }

  /**
   * Writes it while it is made.
   *
   * @return how many commits are in it
   * @throws Failure ENVIRONMENT if an object is missing or can't be read
   * @throws UncheckedIOException if the stream fails
   */
  public long writeTo(OutputStream out) {
    Set<ObjectId> wanted = new HashSet<>(refs.values());
    PackConfig config = new PackConfig(repository);
    // Deltas are taken over where Git made them; looking for more needs much memory and time.
    config.setDeltaCompress(false);
    try (PackWriter pack = new PackWriter(config, repository.newObjectReader());
        OutputStream checked = new Checked(out)) {
      pack.setIndexDisabled(true);
      pack.setDeltaBaseAsOffset(true);
      pack.setReuseValidatingObjects(true);
      pack.preparePack(NullProgressMonitor.INSTANCE, wanted, PackWriter.NONE);
      checked.write(header());
      pack.writePack(NullProgressMonitor.INSTANCE, NullProgressMonitor.INSTANCE, checked);
      return pack.getStatistics().byObjectType(Constants.OBJ_COMMIT).getObjects();
    } catch (MissingObjectException e) {
      throw incomplete(e);
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  private byte[] header() {
    StringBuilder header = new StringBuilder(SIGNATURE).append('\n');
    refs.forEach((name, id) -> header.append(id.name()).append(' ').append(name).append('\n'));
    return header.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Failure incomplete(MissingObjectException e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "object " + e.getObjectId().name() + " is missing in the repository",
        "if this is a partial clone, use one made without --filter; else run git fsck and fetch the"
            + " object from another clone",
        e);
  }

  private static Failure unreadable(Repository repository, IOException e) {
    String what = e instanceof CorruptObjectException ? " has a corrupt object: " : ": ";
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "the Git repository "
            + repository.getDirectory()
            + " can't be read"
            + what
            + e.getMessage(),
        "run git fsck there; then fetch what is broken from another clone",
        e);
  }

  /** A stream whose own faults are told from those of the repository. */
  private static final class Checked extends FilterOutputStream {
    Checked(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int at, int length) {
      try {
        out.write(buffer, at, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What is below goes on. */
    @Override
    public void close() {}
  }
}
