package org.cresset.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A kind of secret or personal data.
 *
 * @param what it is, for messages: "a password"
 * @param cues words, or with a star at the end their beginnings, near which it is looked for; "#"
 *     stands for words of digits
 * @param holds what a line must hold to be worth trying, any of them; empty for any line
 * @param digits how many a line must hold to be worth trying
 * @param pattern what is found; its last group, if it has one, is the thing itself
 * @param unless what only looks like it, such as a placeholder
 * @param test a check digit, or anything
 */
public record Rule(
    String id,
    String what,
    Level level,
    List<String> cues,
    List<String> holds,
    int digits,
    Pattern pattern,
    Optional<Pattern> unless,
    Predicate<String> test) {

  /** What harm it does. */
  public enum Level {
    /** Gives access: nobody but the team may see it. */
    SECRET,
    /** Identifies a person's money: never public. */
    MONEY,
    /** May belong to a person: to be looked at before it is public. */
    PERSONAL
  }
}
