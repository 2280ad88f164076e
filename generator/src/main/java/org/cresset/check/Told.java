package org.cresset.check;

import java.util.Optional;
import org.cresset.disclosure.Hit;
import org.cresset.disclosure.Rule;
import org.cresset.disclosure.SecretFinder;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/**
 * Something that a passage tells its readers and should not.
 *
 * @param text as it stands there
 * @param what it is, and to whom it is told
 * @param remedy besides taking it out
 */
record Told(
    int start, int end, String text, Code code, String what, String expected, String remedy) {

  static Told of(Hit hit, Passage passage) {
    String text = passage.text().substring(hit.start(), hit.end());
    String id = hit.organisation();
    String what =
        switch (hit.sort()) {
          case NAME -> "the name of " + id;
          case HOST -> "a host or address of " + id;
          case CONTACT -> "a contact of " + id;
          case AFTER_HOURS -> "an after-hours contact of " + id;
        };
    Code code =
        switch (hit.sort()) {
          case NAME -> Code.DISCLOSURE_NAME;
          case HOST -> Code.DISCLOSURE_HOST;
          case CONTACT, AFTER_HOURS -> Code.DISCLOSURE_CONTACT;
        };
    return new Told(
        hit.start(),
        hit.end(),
        text,
        code,
        what + ", told to " + passage.receivers().words(),
        "the permission of " + id,
        "record a permission in the register (disclosure) or for the case (permissions),");
  }

  /** Empty where these readers may see such a thing. */
  static Optional<Told> of(SecretFinder.Secret secret, Passage passage) {
    Rule rule = secret.rule();
    if (rule.level() != Rule.Level.SECRET && !passage.receivers().anyone()) {
      return Optional.empty();
    }
    return Optional.of(
        new Told(
            secret.start(),
            secret.end(),
            passage.text().substring(secret.start(), secret.end()),
            rule.level() == Rule.Level.PERSONAL ? Code.PERSONAL_DATA : Code.SECRET_TOLD,
            rule.what() + ", told to " + passage.receivers().words(),
            "none",
            rule.level() == Rule.Level.SECRET
                ? "make it useless by a new one,"
                : "ask the person,"));
  }

  boolean overlaps(Told other) {
    return start < other.end && other.start < end;
  }

  Problem problem(Span at) {
    return Problem.of(
        code,
        at,
        "'" + text + "', " + what,
        expected,
        "take it out, or put it into a fence for those who may know; "
            + remedy
            + " or accept it: disclosure_ok: [{text: …, reason: …, by: …}]");
  }

  /** What those are told who may read the text and not the register. */
  Problem instead(Span file) {
    return untold(code, file);
  }

  /** The same of any finding that rests on the register. */
  static Problem untold(Code code, Span file) {
    return Problem.of(
        code,
        file,
        "a text that its readers may not be told",
        "one that is released to them",
        "the team's own check says more");
  }
}
