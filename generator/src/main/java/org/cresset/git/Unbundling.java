package org.cresset.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jgit.dircache.DirCacheCheckout;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectChecker.ErrorType;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.PackParser;
import org.eclipse.jgit.transport.ReceiveCommand;

/** Puts what a {@link Bundle} holds into a new repository. */
final class Unbundling {
  private static final int LONGEST_LINE = 1 << 16;

  /** Flaws that old programs left in lines of authors and modes of folders; Git clones them. */
  private static final EnumSet<ErrorType> OLD_HABITS =
      EnumSet.of(
          ErrorType.ZERO_PADDED_FILEMODE,
          ErrorType.BAD_DATE,
          ErrorType.BAD_EMAIL,
          ErrorType.BAD_TIMEZONE,
          ErrorType.MISSING_EMAIL,
          ErrorType.MISSING_SPACE_BEFORE_DATE);

  private final Repository repository;
  private final List<Named> refs = new ArrayList<>();

  /** A ref as the header has it. */
  private record Named(String name, ObjectId id) {
    boolean isHead() {
      return name.equals(Constants.HEAD);
    }
  }

  Unbundling(Repository repository) {
    this.repository = repository;
  }

  /**
   * Objects, refs, HEAD; each object is checked by itself, and that none is missing.
   *
   * @return how many refs there are besides HEAD
   * @throws NoBundle if it does not begin like one
   * @throws IOException if an object is missing or broken, or the disk fails
   */
  int take(InputStream bundle) throws IOException {
    InputStream in = new BufferedInputStream(bundle);
    header(in);
    objects(in);
    connected();
    refs();
    head();
    return refs.size() - 1;
  }

  private void header(InputStream in) throws IOException {
    if (!line(in).equals(Bundle.SIGNATURE)) {
      throw new NoBundle("it is no Git bundle of version 2");
    }
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String name = line.length() > 41 ? line.substring(41) : "";
      boolean valid =
          line.matches("[0-9a-f]{40} .+")
              && (name.equals(Constants.HEAD)
                  || (name.startsWith(Constants.R_REFS) && Repository.isValidRefName(name)));
      if (!valid) {
        throw new NoBundle("'" + line + "' is no ref");
      }
      refs.add(new Named(name, ObjectId.fromString(line.substring(0, 40))));
    }
    if (refs.stream().filter(Named::isHead).count() != 1) {
      throw new NoBundle("it does not say what HEAD is");
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.size() > LONGEST_LINE) {
        throw new NoBundle("its header has no end");
      }
      line.write(c);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private void objects(InputStream in) throws IOException {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      PackParser parser = inserter.newPackParser(in);
      parser.setAllowThin(false);
      parser.setCheckEofAfterPackFooter(true);
      parser.setObjectChecker(new ObjectChecker().setIgnore(OLD_HABITS));
      parser.parse(NullProgressMonitor.INSTANCE);
      inserter.flush();
    }
  }

  private void connected() throws IOException {
    try (ObjectWalk walk = new ObjectWalk(repository)) {
      for (Named ref : refs) {
        walk.markStart(walk.parseAny(ref.id()));
      }
      walk.checkConnectivity();
    }
  }

  private void refs() throws IOException {
    BatchRefUpdate update = repository.getRefDatabase().newBatchUpdate().disableRefLog();
    refs.stream()
        .filter(ref -> !ref.isHead())
        .forEach(
            ref -> update.addCommand(new ReceiveCommand(ObjectId.zeroId(), ref.id(), ref.name())));
    try (RevWalk walk = new RevWalk(repository)) {
      update.execute(walk, NullProgressMonitor.INSTANCE);
    }
    for (ReceiveCommand done : update.getCommands()) {
      if (done.getResult() != ReceiveCommand.Result.OK) {
        throw new IOException(done.getRefName() + ": " + done.getResult());
      }
    }
  }

  private void head() throws IOException {
    int at = 0;
    while (!refs.get(at).isHead()) {
      at++;
    }
    ObjectId id = refs.get(at).id();
    boolean onBranch = at + 1 < refs.size();
    RefUpdate head = repository.updateRef(Constants.HEAD, !onBranch);
    head.disableRefLog();
    head.setNewObjectId(id);
    RefUpdate.Result done = onBranch ? head.link(refs.get(at + 1).name()) : head.forceUpdate();
    if (done == RefUpdate.Result.LOCK_FAILURE
        || done == RefUpdate.Result.IO_FAILURE
        || done == RefUpdate.Result.REJECTED) {
      throw new IOException("HEAD: " + done);
    }
  }

  /**
   * The work tree of HEAD. No filter and no hook runs: the new repository has no configuration that
   * names one.
   */
  static void checkout(Repository repository) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      throw new IOException("HEAD names no commit");
    }
    try (RevWalk walk = new RevWalk(repository)) {
      DirCacheCheckout checkout =
          new DirCacheCheckout(
              repository, repository.lockDirCache(), walk.parseCommit(head).getTree());
      checkout.setFailOnConflict(true);
      checkout.checkout();
    }
  }
}
