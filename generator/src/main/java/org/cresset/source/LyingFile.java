package org.cresset.source;

import java.nio.file.Path;
import java.time.Instant;
import org.cresset.git.GitPath;
import org.cresset.git.TreeEntry;

/** A file as it lies in the content folder; {@code path} is from there. */
record LyingFile(GitPath path, Path file, TreeEntry.Type type, long size, Instant modified) {}
