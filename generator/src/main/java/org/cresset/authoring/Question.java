package org.cresset.authoring;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Something that a new knowledge base asks of its team, with the answer that holds where nobody is
 * there to give another.
 *
 * @param key names the answer
 * @param text as shown to a person
 * @param standard the answer that holds if none is given
 * @param form what an answer looks like
 * @param expected the form in words
 */
public record Question(String key, String text, String standard, Pattern form, String expected) {
  static final String TEAM = "team";
  static final String EMAIL = "email";
  static final String URL = "url";
  static final String TIMEZONE = "timezone";

  /** In the order in which to ask them. */
  public static final List<Question> ALL =
      List.of(
          of(TEAM, "Name of the team", "Example CSIRT", ".{1,100}", "a name"),
          of(
              EMAIL,
              "Mail address of the team",
              "csirt@example.org",
              "[A-Za-z0-9.+_-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
              "an address such as csirt@example.org"),
          of(
              URL,
              "Where the public site will be served",
              "https://csirt.example.org/",
              "https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?",
              "an address such as https://csirt.example.org/"),
          of(
              TIMEZONE,
              "Time zone of the team",
              "UTC",
              "[A-Za-z0-9+_/-]{1,64}",
              "a name such as UTC or Australia/Brisbane"));

  private static Question of(
      String key, String text, String standard, String form, String expected) {
    return new Question(key, text, standard, Pattern.compile(form), expected);
  }

  /** Whether an answer can be used. */
  public boolean accepts(String answer) {
    return form.matcher(answer).matches()
        && (!key.equals(TIMEZONE) || java.time.ZoneId.getAvailableZoneIds().contains(answer));
  }
}
