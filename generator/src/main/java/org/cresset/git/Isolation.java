package org.cresset.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Keeps JGit from looking beyond the repository: no user or system configuration (to find the
 * latter it would run git), no environment variables, no probe files to measure the clock of the
 * disk.
 */
final class Isolation extends SystemReader.Delegate {
  private Isolation(SystemReader system) {
    super(system);
  }

  /** Must run before anything else of JGit; further calls change nothing. */
  static void enter() {
    Holder.install();
  }

  /** The class's initialisation runs once, whatever the threads. */
  private static final class Holder {
    static {
      SystemReader.setInstance(new Isolation(SystemReader.getInstance()));
      WindowCacheConfig cache = new WindowCacheConfig();
      cache.setPackedGitLimit(96L << 20);
      cache.setPackedGitWindowSize(64 << 10);
      cache.setDeltaBaseCacheLimit(32 << 20);
      cache.setExposeStatsViaJmx(false);
      cache.install();
    }

    static void install() {}
  }

  @Override
  public String getenv(String variable) {
    return "";
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig getUserConfig() {
    return new Empty(new Config(), FS.DETECTED);
  }

  @Override
  public FileBasedConfig getJGitConfig() {
    return new Empty(new Config(), FS.DETECTED);
  }

  @Override
  public FileBasedConfig getSystemConfig() {
    return new Empty(new Config(), FS.DETECTED);
  }

  /** A configuration without a file. */
  private static final class Empty extends FileBasedConfig {
    Empty(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }

    /** JGit measures the disk's clock by writing files where this has no answer. */
    @Override
    public long getTimeUnit(
        String section, String subsection, String name, long otherwise, TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(1, TimeUnit.MICROSECONDS)
          : super.getTimeUnit(section, subsection, name, otherwise, unit);
    }
  }
}
