package org.cresset.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How the name of an organisation or a person may be written, as sequences of words. */
final class NameEntries {
  /** Words that a name may have or lack. */
  private static final Set<String> FILLERS =
      Set.of("the", "and", "und", "et", "of", "der", "die", "das", "nbsp", "amp", "shy");

  /** Forms of companies, which are often left out. */
  private static final Set<String> FORMS =
      Set.of(
          "inc",
          "incorporated",
          "ltd",
          "limited",
          "llc",
          "llp",
          "plc",
          "corp",
          "corporation",
          "co",
          "company",
          "gmbh",
          "ag",
          "kg",
          "ev",
          "ug",
          "se",
          "sa",
          "sas",
          "sarl",
          "spa",
          "srl",
          "bv",
          "nv",
          "ab",
          "as",
          "oy",
          "oyj",
          "pty",
          "holdings",
          "group");

  /** Words for what a contact does, where no person is named. */
  private static final Set<String> ROLES =
      Set.of(
          "abuse",
          "administrator",
          "admin",
          "cert",
          "contact",
          "csirt",
          "deputy",
          "desk",
          "duty",
          "emergency",
          "head",
          "help",
          "helpdesk",
          "hotline",
          "information",
          "it",
          "lead",
          "manager",
          "network",
          "noc",
          "office",
          "officer",
          "on",
          "call",
          "operations",
          "postmaster",
          "product",
          "psirt",
          "secretary",
          "security",
          "service",
          "soc",
          "support",
          "system",
          "systems",
          "team",
          "technical",
          "chief",
          "director",
          "reception",
          "first",
          "second",
          "response",
          "incident",
          "ciso",
          "cio",
          "cto");

  private static final Set<Long> FILLER_HASHES = hashes(FILLERS);

  private NameEntries() {}

  static boolean isFiller(long hash) {
    return FILLER_HASHES.contains(hash);
  }

  /** A sequence of words, and how they must be written. */
  record Words(long[] stems, Entry.Letters letters, String registered) {}

  static List<Words> ofName(String name, CommonWords common) {
    List<String> words = new ArrayList<>(words(name));
    words.removeIf(w -> FILLERS.contains(Folding.of(w)));
    while (words.size() > 1 && FORMS.contains(Folding.of(words.getLast()))) {
      words.removeLast();
    }
    boolean number = words.size() == 1 && words.getFirst().matches("\\d+");
    if (words.isEmpty() || number) {
      return List.of();
    }
    List<Words> all = new ArrayList<>();
    all.add(new Words(stems(words), letters(words, common), String.join(" ", words)));
    String joined = String.join("", words);
    if (words.size() > 1 && joined.length() >= 8) {
      all.add(new Words(stems(List.of(joined)), Entry.Letters.ANY, joined));
    }
    return all;
  }

  /** Nothing where the name is that of a role. */
  static List<Words> ofPerson(String name, CommonWords common) {
    List<String> words = words(name);
    boolean role = words.stream().anyMatch(w -> ROLES.contains(w.toLowerCase(Locale.ROOT)));
    boolean capitals = words.stream().allMatch(w -> Character.isUpperCase(w.codePointAt(0)));
    boolean handle = words.size() > 1 && name.matches("\\S+") && name.length() >= 5;
    if (words.isEmpty() || role || !(capitals || handle) || name.length() < 4) {
      return List.of();
    }
    List<Words> all = new ArrayList<>();
    Entry.Letters letters = words.size() == 1 ? Entry.Letters.CAPITAL : letters(words, common);
    all.add(new Words(stems(words), letters, name));
    if (words.size() == 2 && !handle) {
      all.add(new Words(stems(words.reversed()), letters, name));
    }
    return all;
  }

  private static Entry.Letters letters(List<String> words, CommonWords common) {
    if (words.size() > 1) {
      return Entry.Letters.ANY;
    }
    String word = words.getFirst();
    boolean capitals = word.equals(word.toUpperCase(Locale.ROOT));
    if (word.length() < 4 || (capitals && word.length() < 6)) {
      return Entry.Letters.AS_REGISTERED;
    }
    return common.containsAll(words) ? Entry.Letters.CAPITAL : Entry.Letters.ANY;
  }

  private static long[] stems(List<String> words) {
    return words.stream().mapToLong(w -> new Tokens().fill(w).stem(0)).toArray();
  }

  private static List<String> words(String text) {
    Tokens tokens = new Tokens().fill(text);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.word(i));
    }
    return words;
  }

  private static Set<Long> hashes(Set<String> words) {
    Set<Long> hashes = new java.util.HashSet<>();
    words.forEach(w -> hashes.add(new Tokens().fill(w).stem(0)));
    return Set.copyOf(hashes);
  }
}
