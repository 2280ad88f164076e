package org.cresset.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Finds secrets and personal data by the rule set. A rule is tried only on lines that hold one of
 * its cues. Safe for several threads.
 */
public final class SecretFinder {
  private static final int LONGEST_LINE = 4000;
  private static final int PREFIX = 4;

  /** In bits of a hash. */
  private static final int FILTER = 16;

  private final Map<Long, List<Rule>> words = new HashMap<>();
  private final Map<Long, List<Rule>> beginnings = new HashMap<>();
  private final List<Rule> digits = new ArrayList<>();
  // Few words are cues; most of the others are told apart here.
  private final BitSet cues = new BitSet(1 << FILTER);

  public SecretFinder() {
    this(Rules.read());
  }

  SecretFinder(List<Rule> rules) {
    for (Rule rule : rules) {
      for (String cue : rule.cues()) {
        if (cue.equals("#")) {
          digits.add(rule);
        } else if (cue.endsWith("*")) {
          add(beginnings, cue.substring(0, cue.length() - 1), rule);
        } else {
          add(words, cue, rule);
        }
      }
    }
  }

  private void add(Map<Long, List<Rule>> rules, String cue, Rule rule) {
    long hash = Tokens.hash(cue);
    rules.computeIfAbsent(hash, c -> new ArrayList<>()).add(rule);
    cues.set(slot(hash));
  }

  private static int slot(long hash) {
    return (int) (hash >>> Long.SIZE - FILTER);
  }

  private List<Rule> cued(Map<Long, List<Rule>> rules, long hash) {
    return cues.get(slot(hash)) ? rules.getOrDefault(hash, List.of()) : List.of();
  }

  /** Something that a rule found. */
  public record Secret(int start, int end, Rule rule) {}

  /** In the order of places; none overlaps one before it. */
  public List<Secret> find(Tokens tokens) {
    List<Secret> found = new ArrayList<>();
    Map<Rule, Integer> tried = new IdentityHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      List<Rule> rules = cued(tokens, i);
      for (int k = 0; k < rules.size(); k++) {
        Rule rule = rules.get(k);
        Line line = Line.around(tokens.text(), tokens.start(i));
        if (line.to() > tried.getOrDefault(rule, -1)) {
          tried.put(rule, line.to());
          find(tokens.text(), line, rule, found);
        }
      }
    }
    found.sort(
        Comparator.comparingInt(Secret::start)
            .thenComparing(Comparator.comparingInt(Secret::end).reversed()));
    List<Secret> apart = new ArrayList<>();
    for (Secret secret : found) {
      if (apart.isEmpty() || apart.getLast().end() <= secret.start()) {
        apart.add(secret);
      }
    }
    return apart;
  }

  /** The rules that a word is a cue of. */
  private List<Rule> cued(Tokens tokens, int i) {
    if (tokens.length(i) >= PREFIX && tokens.isNumber(i)) {
      return digits;
    }
    List<Rule> rules = cued(words, tokens.hash(i));
    return rules.isEmpty() && tokens.length(i) > PREFIX
        ? cued(beginnings, tokens.hashOf(i, PREFIX))
        : rules;
  }

  /** A line, or of a very long one what is near the cue. */
  private record Line(int from, int to) {
    static Line around(String text, int cue) {
      int from = Math.max(text.lastIndexOf('\n', cue) + 1, cue - LONGEST_LINE);
      int end = text.indexOf('\n', cue);
      return new Line(from, Math.min(end < 0 ? text.length() : end, cue + LONGEST_LINE));
    }

    /** Whether a rule may find something here. */
    boolean promises(String text, Rule rule) {
      return digits(text, rule.digits())
          && (rule.holds().isEmpty() || holdsAny(text, rule.holds()));
    }

    private boolean holdsAny(String text, List<String> signs) {
      for (String sign : signs) {
        if (text.indexOf(sign, from, to) >= 0) {
          return true;
        }
      }
      return false;
    }

    private boolean digits(String text, int least) {
      int missing = least;
      for (int i = from; i < to && missing > 0; i++) {
        char c = text.charAt(i);
        missing -= c >= '0' && c <= '9' ? 1 : 0;
      }
      return missing == 0;
    }
  }

  private static void find(String text, Line line, Rule rule, List<Secret> found) {
    if (!line.promises(text, rule)) {
      return;
    }
    Matcher m = rule.pattern().matcher(text).region(line.from(), line.to());
    m.useTransparentBounds(true);
    while (m.find()) {
      String thing = m.group(m.groupCount());
      if (thing != null
          && rule.test().test(thing)
          && rule.unless().filter(u -> u.matcher(thing).find()).isEmpty()) {
        found.add(new Secret(m.start(m.groupCount()), m.end(m.groupCount()), rule));
      }
    }
  }
}
