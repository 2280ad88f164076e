package org.cresset.edition;

import java.util.function.Supplier;
import org.cresset.marking.Label;

/**
 * An attachment that this reader may have.
 *
 * @param path where it goes, from the root of the site
 * @param content its bytes, read when asked
 */
public record Asset(
    String name, String title, String path, Label label, String sha256, Supplier<byte[]> content) {
  /** By what a reader could tell apart; the supplier says nothing of the content. */
  @Override
  public String toString() {
    return name + "|" + title + "|" + path + "|" + label + "|" + sha256;
  }
}
