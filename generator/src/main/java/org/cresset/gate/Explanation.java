package org.cresset.gate;

import java.util.List;
import org.cresset.model.DocumentId;

/**
 * Why a document is or is not in an edition, part by part; for the team alone, since it speaks of
 * what is withheld.
 *
 * @param edition the edition's id
 * @param path of the document's file, as in messages
 * @param marking its classification, label and readers, in words
 * @param shown whether the edition has a page of it
 * @param why in half a sentence
 * @param parts passages, attachments, keys and links, in the order of the file
 */
public record Explanation(
    String edition,
    DocumentId id,
    String path,
    String title,
    String marking,
    boolean shown,
    String why,
    List<Part> parts) {

  /**
   * A part with readers of its own.
   *
   * @param what such as {@code passage}, {@code attachment}, {@code key} or {@code link}
   * @param line where it begins in the file, counted from 1
   * @param name what tells it from others of its sort
   */
  public record Part(String what, int line, String name, boolean shown, String why) {}
}
