package org.cresset.problem;

import java.util.Locale;

/**
 * The rules. Each has a page in the manual with a failing and a mended example; its name in
 * messages is the constant's in lower case with dashes, as in {@code
 * error[classification-missing]}.
 */
public enum Code {
  // What lies in the repository
  SOURCE_NOT_GIT(Severity.WARNING),
  SOURCE_SHALLOW(Severity.WARNING),
  SOURCE_UNCOMMITTED(Severity.WARNING),
  SOURCE_SYMLINK(Severity.ERROR),
  SOURCE_SUBMODULE(Severity.ERROR),
  SOURCE_LFS_POINTER(Severity.ERROR),
  SOURCE_CASE_TWIN(Severity.ERROR),
  SOURCE_TOO_LARGE(Severity.ERROR),
  SOURCE_NOT_TEXT(Severity.ERROR),
  SOURCE_CORRUPT(Severity.ERROR),
  SOURCE_NAME(Severity.ERROR),
  SOURCE_UNMERGED(Severity.ERROR),
  SOURCE_UNREADABLE(Severity.ERROR),
  FILE_UNUSED(Severity.ERROR),
  FILE_UNKNOWN_FOLDER(Severity.ERROR),

  // Markdown
  TEXT_LINE_TOO_LONG(Severity.ERROR),
  TEXT_TOO_DEEP(Severity.ERROR),
  TEXT_TOO_MANY_REFERENCES(Severity.ERROR),
  TEXT_TOO_COMPLEX(Severity.ERROR),
  TEXT_HIDDEN_CHARACTER(Severity.ERROR),
  TEXT_LONG_RUN(Severity.WARNING),
  TEXT_LINK_REFUSED(Severity.WARNING);

  private final Severity severity;

  Code(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The name used in messages and as the manual's anchor. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
