package org.cresset.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms that are linked at their first use in each section. Abbreviations, and other forms
 * without a small letter, are matched in their own case; all others in any.
 */
public final class Glossary {
  public static final Glossary EMPTY = of(List.of());

  private final List<Entry> entries;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Form[][] buckets;

  /**
   * A term.
   *
   * @param id in lower case, as in {@code term:} links
   * @param path its page's path from the root of the site
   * @param term its name
   * @param also other forms of the name, such as the plural
   */
  public record Entry(
      String id, String path, String term, Optional<String> abbreviation, List<String> also) {
    /** The id that the note with its definition has on a page, such as {@code def-csirt}. */
    public String noteId() {
      return "def-" + id;
    }
  }

  /** One way to write a term, as it stands escaped in HTML. */
  record Form(int entry, String text, boolean exact) {
    private static final int ASCII = 0x80;

    /** Whether this form stands here; blanks match any white space. Gives its end, or -1. */
    int matchEnd(String html, int from) {
      int i = from;
      for (int k = 0; k < text.length(); k++, i++) {
        if (i >= html.length() || !same(text.charAt(k), html.charAt(i))) {
          return -1;
        }
      }
      return i;
    }

    private boolean same(char wanted, char found) {
      if (wanted == found) {
        return true;
      }
      if (wanted == ' ') {
        return found == '\n';
      }
      return !exact && lower(wanted) == lower(found);
    }

    private static char lower(char c) {
      boolean capital = c >= 'A' && c <= 'Z';
      return capital ? (char) (c | 0x20) : c < ASCII ? c : Character.toLowerCase(c);
    }
  }

  private Glossary(List<Entry> entries) {
    this.entries = List.copyOf(entries);
    List<Form> forms = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      byId.put(entries.get(i).id(), i);
      forms.addAll(forms(i, entries.get(i)));
    }
    int size = Math.max(16, Integer.highestOneBit(forms.size() * 8 + 1) * 2);
    List<List<Form>> lists = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lists.add(new ArrayList<>());
    }
    for (Form form : forms) {
      lists.get(bucket(Words.hash(form.text(), 0, Words.end(form.text(), 0)), size)).add(form);
    }
    lists.forEach(l ->
        l.sort(
            java.util.Comparator.comparingInt((Form f) -> -f.text().length())
                .thenComparing(f -> !f.exact())
                .thenComparing(Form::entry)));
    this.buckets = lists.stream().map(l -> l.toArray(new Form[0])).toArray(Form[][]::new);
  }

  /** A glossary of these terms; where two share a form the first wins. */
  public static Glossary of(List<Entry> entries) {
    return new Glossary(entries);
  }

  private static List<Form> forms(int index, Entry entry) {
    Set<String> texts = new LinkedHashSet<>();
    texts.add(entry.term());
    texts.addAll(entry.also());
    List<Form> forms = new ArrayList<>();
    entry.abbreviation().ifPresent(a -> add(forms, index, a, true));
    for (String text : texts) {
      add(forms, index, text, text.chars().noneMatch(Character::isLowerCase));
    }
    return forms;
  }

  private static void add(List<Form> forms, int index, String text, boolean exact) {
    String normal = text.strip().replaceAll("\\s+", " ");
    if (!normal.isEmpty() && Character.isLetterOrDigit(normal.charAt(0))) {
      forms.add(new Form(index, Escape.html(normal), exact));
    }
  }

  private static int bucket(int hash, int size) {
    return (hash ^ (hash >>> 15)) & (size - 1);
  }

  /** The forms whose first word has this hash, longest first. */
  Form[] candidates(int hash) {
    return buckets[bucket(hash, buckets.length)];
  }

  /** The terms in the order given. */
  public List<Entry> entries() {
    return entries;
  }

  Optional<Integer> index(String id) {
    return Optional.ofNullable(byId.get(id));
  }
}
