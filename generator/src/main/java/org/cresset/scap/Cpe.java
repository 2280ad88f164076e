package org.cresset.scap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A platform's name in the Common Platform Enumeration, 2.3 as a formatted string, or a URI. */
public record Cpe(String text) {
  private static final int FIELDS = 13;
  private static final int VERSION = 5;

  /** Longer names would be too deep for the pattern. */
  private static final int LONGEST = 1000;

  private static final Pattern NAME =
      Pattern.compile(
          "cpe:2\\.3:[aho*-](:(\\*|-|\\??[A-Za-z0-9._-]([A-Za-z0-9._?*-]|\\\\[!-/:-@\\[-`{-~])*"
              + "|(\\\\[!-/:-@\\[-`{-~]([A-Za-z0-9._?*-]|\\\\[!-/:-@\\[-`{-~])*))){10}");
  private static final Pattern URI =
      Pattern.compile("cpe:/[aho]?(:[A-Za-z0-9._~%-]*){0,6}", Pattern.CASE_INSENSITIVE);

  /** Reads a name; fields left out at the end stand for any value. Empty where it is not one. */
  public static Optional<Cpe> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (URI.matcher(text).matches()) {
      return Optional.of(new Cpe(text));
    }
    List<String> fields = new ArrayList<>(fields(text));
    fields.addAll(Collections.nCopies(Math.max(0, FIELDS - fields.size()), "*"));
    String whole = String.join(":", fields);
    return NAME.matcher(whole).matches() ? Optional.of(new Cpe(whole)) : Optional.empty();
  }

  /** The same in that version, where it names none. */
  public Cpe at(String version) {
    List<String> fields = new ArrayList<>(fields(text));
    if (!text.startsWith("cpe:2.3:") || !fields.get(VERSION).equals("*")) {
      return this;
    }
    fields.set(VERSION, version.replace(' ', '_').replaceAll("[^A-Za-z0-9._-]", "\\\\$0"));
    return of(String.join(":", fields)).orElse(this);
  }

  private static List<String> fields(String text) {
    return Arrays.asList(text.split("(?<!\\\\):", -1));
  }

  @Override
  public String toString() {
    return text;
  }
}
