package org.cresset.document;

import org.cresset.marking.Marking;

/** A section's introduction, {@code _index.md}. */
public record Intro(String folder, String shown, Marking marking, String title, Fenced body) {

  /** Its path from the content folder. */
  public String path() {
    return folder + "/_index.md";
  }
}
