package org.cresset.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of documents; the top folder of a source file gives its kind. */
public enum Kind {
  ADVISORY("advisories"),
  REPORT("reports"),
  NOTICE("notices"),
  POLICY("policies"),
  TERM("glossary"),
  PAGE("pages");

  private final String folder;

  Kind(String folder) {
    this.folder = folder;
  }

  /** The folder under content/, also the first part of a document's {@code kind/id} name. */
  public String folder() {
    return folder;
  }

  /** The word for it in sentences and results, such as {@code advisory}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> ofFolder(String folder) {
    return Arrays.stream(values()).filter(k -> k.folder.equals(folder)).findFirst();
  }
}
