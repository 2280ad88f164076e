package org.cresset.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which names of files are refused. */
final class Names {
  private Names() {}

  /** What is wrong with a path, if anything. */
  static Optional<String> fault(String path) {
    if (path.length() > 1000) {
      return Optional.of("a path of " + path.length() + " characters");
    }
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        return Optional.of("a path with the part \"" + name + "\"");
      }
      if (name.toLowerCase(Locale.ROOT).equals(".git")) {
        return Optional.of("a path with the part .git");
      }
    }
    if (path.indexOf('\\') >= 0) {
      return Optional.of("a backslash in the name");
    }
    if (path.codePoints().anyMatch(Names::isHidden)) {
      return Optional.of("a control or invisible character in the name");
    }
    return Normalizer.isNormalized(path, Normalizer.Form.NFC)
        ? Optional.empty()
        : Optional.of("a name in decomposed Unicode");
  }

  /** The path with what can't be seen, or would change the line it is printed on, spelled out. */
  static String shown(String path) {
    if (path.codePoints().noneMatch(Names::isHidden)) {
      return path;
    }
    return path.codePoints()
        .mapToObj(c ->
            isHidden(c)
                ? String.format(Locale.ROOT, "<U+%04X>", c)
                : new String(Character.toChars(c)))
        .collect(Collectors.joining());
  }

  private static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> c == 0xfffd;
    };
  }
}
