package org.cresset.preview;

import java.util.List;
import java.util.function.Function;

/**
 * What can be looked at.
 *
 * @param names the editions; the first is shown until another is chosen
 * @param make reads the files as they lie now and makes an edition of them
 */
public record PreviewEditions(List<String> names, Function<String, PreviewState> make) {
  public PreviewEditions {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("no edition");
    }
  }
}
