package org.cresset.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of everyday English that are the names of organisations as well. */
record CommonWords(Set<String> words) {

  static CommonWords read() {
    try (InputStream in = CommonWords.class.getResourceAsStream("/disclosure/common-words.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new CommonWords(
          text.lines()
              .filter(line -> !line.startsWith("#"))
              .flatMap(line -> List.of(line.split(" ")).stream())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean containsAll(List<String> all) {
    return all.stream().allMatch(w -> words.contains(w.toLowerCase(Locale.ROOT)));
  }
}
