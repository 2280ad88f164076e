package org.cresset.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The folder in which a release comes into being. Safe for several threads. */
final class StagedTree implements ReleaseTree {
  private final Path root;
  private final Path spare;
  private final Optional<PreviousRelease> previous;
  private final SpareTree reused;
  private final boolean umaskFits;
  private final ConcurrentMap<String, String> hashes = new ConcurrentHashMap<>();
  private final Set<String> written = ConcurrentHashMap.newKeySet();
  private final Set<String> readBack = ConcurrentHashMap.newKeySet();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Set<String> folders = ConcurrentHashMap.newKeySet();

  /**
   * @param spare a tree that may be used up, if it is there
   */
  StagedTree(Path root, Path spare, Optional<PreviousRelease> previous) throws IOException {
    this.root = root;
    this.spare = spare;
    this.previous = previous;
    this.reused = SpareTree.take(spare, root);
    Disk.folder(root);
    if (!reused.empty()) {
      Files.setPosixFilePermissions(root, Disk.FOLDER);
    }
    Path probe = Files.write(root.resolve("probe"), new byte[0], StandardOpenOption.CREATE_NEW);
    umaskFits = Files.getPosixFilePermissions(probe).equals(Disk.FILE);
    Files.delete(probe);
  }

  /** Removes what is left over from the spare tree. */
  @Override
  public void clean() throws IOException {
    reused.clean(hashes.keySet(), folders);
    known.clear();
  }

  /**
   * Gives the tree up, and keeps it as the next spare one.
   *
   * @param manifest that says what is in it
   */
  void spare(byte[] manifest) throws IOException {
    Durable.force(root, unforced());
    Files.write(root.resolve(Manifest.NAME), manifest);
    Files.move(root, spare);
  }

  Path root() {
    return root;
  }

  @Override
  public Optional<PreviousRelease> previous() {
    return previous;
  }

  @Override
  public SortedMap<String, String> files() {
    SortedMap<String, String> sorted = new TreeMap<>(SitePath.ORDER);
    sorted.putAll(hashes);
    return sorted;
  }

  @Override
  public Optional<String> hash(String path) {
    return Optional.ofNullable(hashes.get(path));
  }

  @Override
  public byte[] read(String path) throws IOException {
    byte[] content = Files.readAllBytes(root.resolve(path));
    if (Disk.sha256(content).equals(hashes.get(path))) {
      readBack.add(path);
    }
    return content;
  }

  @Override
  public Optional<byte[]> readBefore(String path) throws IOException {
    Optional<String> hash = before(path);
    if (hash.isEmpty()) {
      return Optional.empty();
    }
    Path file = previous.orElseThrow().tree().resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    byte[] content = Files.readAllBytes(file);
    return Disk.sha256(content).equals(hash.get()) ? Optional.of(content) : Optional.empty();
  }

  /** Whether a file's bytes were read from here since it was written or linked, and are right. */
  boolean hashed(String path) {
    return readBack.contains(path);
  }

  /** Files that were written, not linked. */
  Set<String> fresh() {
    return Set.copyOf(written);
  }

  /** Files and folders that are not on the disk for sure yet. */
  List<String> unforced() {
    List<String> all = new ArrayList<>(written);
    all.addAll(folders);
    return all;
  }

  /** Adds a file of a release: linked from the previous release if it has the same, or written. */
  @Override
  public String add(String path, byte[] content) throws IOException {
    String hash = Disk.sha256(content);
    if (!link(path, hash)) {
      write(path, content);
      list(path, hash);
    }
    return hash;
  }

  /**
   * Links a file from the previous release, if it has one of that path and hash whose bytes are
   * still what its manifest says.
   */
  boolean link(String path, String hash) throws IOException {
    if (!before(path).equals(Optional.of(hash))
        || !(stays(path, hash) || (place(path, path) && intact(path, hash)))) {
      return false;
    }
    list(path, hash);
    return true;
  }

  @Override
  public void carry(String from, String path, byte[] content) throws IOException {
    String hash = Disk.sha256(content);
    if (isLinked(from, path)) {
      // The bytes just read are this file's as well.
      readBack.add(path);
    } else if (!stays(path, hash) && !place(from, path)) {
      write(path, content);
    }
    list(path, hash);
  }

  /** Whether the spare tree has the very file of the previous release, right in mode. */
  private boolean isLinked(String from, String path) {
    return reused.files().containsKey(path) && isSame(from, path);
  }

  private boolean isSame(String from, String path) {
    Optional<Object> old =
        plain(previous.orElseThrow().tree().resolve(from)).map(PosixFileAttributes::fileKey);
    return old.isPresent()
        && old.equals(plain(root.resolve(path)).map(PosixFileAttributes::fileKey));
  }

  /** What is wrong first with the tree of the release before, if anything is. */
  Optional<Finding> damage() throws IOException {
    PreviousRelease before = previous.orElseThrow();
    try (TreeSource served = new FolderSource(before.tree())) {
      // What is linked from there was read when the link was made.
      return new ContentCheck(served, path -> hashed(path) && isSame(path, path))
          .contents(before.manifest()).stream().findFirst().or(() -> hidden(before));
    }
  }

  /** A file or folder of it that a web server may not read, or others may write. */
  private Optional<Finding> hidden(PreviousRelease before) {
    boolean kept =
        served(root)
            && hashes.keySet().stream().limit(1).map(root::resolve).allMatch(StagedTree::served);
    if (!kept) {
      // A file system with modes of its own, which no new release would change.
      return Optional.empty();
    }
    Set<String> paths = new TreeSet<>(before.manifest().files().keySet());
    paths.add(Manifest.NAME);
    paths.add(Manifest.SIGNATURE);
    for (String path : List.copyOf(paths)) {
      for (int i = path.lastIndexOf('/'); i > 0; i = path.lastIndexOf('/', i - 1)) {
        paths.add(path.substring(0, i));
      }
    }
    paths.add("");
    return paths.parallelStream()
        .filter(path -> !served(before.tree().resolve(path)))
        .findFirst()
        .map(path ->
            new Finding(Finding.Kind.ALTERED, path, "its mode was changed: " + named(path)));
  }

  private static String named(String path) {
    return path.isEmpty() ? "the folder of the release" : path;
  }

  private static boolean served(Path path) {
    try {
      PosixFileAttributes is = Files.readAttributes(path, PosixFileAttributes.class);
      return is.permissions().equals(is.isDirectory() ? Disk.FOLDER : Disk.FILE);
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether the spare tree has the file already, right in mode and bytes. */
  private boolean stays(String path, String hash) throws IOException {
    Path file = root.resolve(path);
    return hash.equals(reused.files().get(path)) && plain(file).isPresent() && intact(path, hash);
  }

  /** Of a regular file that has the mode of a released one. */
  private static Optional<PosixFileAttributes> plain(Path file) {
    try {
      PosixFileAttributes is =
          Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return Optional.of(is).filter(a -> a.isRegularFile() && a.permissions().equals(Disk.FILE));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Links a file of the previous release into this one; false where that can't be. */
  private boolean place(String from, String path) throws IOException {
    Path old = previous.orElseThrow().tree().resolve(from);
    if (plain(old).isEmpty()) {
      return false;
    }
    Path staged = place(path);
    try {
      Files.createLink(staged, old);
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      // Another file system, or one without hard links: written anew.
      return false;
    }
  }

  /** Whether a linked file still has its bytes; else the link is undone. */
  private boolean intact(String path, String hash) throws IOException {
    Path staged = root.resolve(path);
    if (Disk.sha256(staged).equals(hash)) {
      readBack.add(path);
      return true;
    }
    Files.delete(staged);
    return false;
  }

  @Override
  public void write(String path, byte[] content) throws IOException {
    Path file = place(path);
    Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    if (!umaskFits) {
      Files.setPosixFilePermissions(file, Disk.FILE);
    }
    written.add(path);
  }

  private void list(String path, String hash) {
    if (hashes.putIfAbsent(path, hash) != null) {
      throw new IllegalStateException("written twice: " + path);
    }
  }

  private Path place(String path) throws IOException {
    int slash = path.lastIndexOf('/');
    if (slash > 0) {
      folder(path.substring(0, slash));
    }
    Path file = root.resolve(path);
    if (!reused.empty()) {
      // Something of the spare tree, a folder even, may be in the way.
      Disk.remove(file);
      folders.add(slash > 0 ? path.substring(0, slash) : "");
    }
    return file;
  }

  private void folder(String path) throws IOException {
    if (known.contains(path)) {
      return;
    }
    int slash = path.lastIndexOf('/');
    if (slash > 0) {
      folder(path.substring(0, slash));
    }
    Path folder = root.resolve(path);
    try {
      Files.createDirectory(folder);
    } catch (java.nio.file.FileAlreadyExistsException e) {
      // Another thread was first, and sets the mode; or it is the spare tree's.
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        if (!reused.empty() && !served(folder)) {
          Files.setPosixFilePermissions(folder, Disk.FOLDER);
        }
        known.add(path);
        return;
      }
      if (hashes.containsKey(path) || reused.empty()) {
        throw e;
      }
      Files.delete(folder);
      Files.createDirectory(folder);
    }
    if (!umaskFits) {
      Files.setPosixFilePermissions(folder, Disk.FOLDER);
    }
    folders.add(path);
    known.add(path);
  }
}
