package org.cresset.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cresset.json.Json;
import org.cresset.problem.Visible;

/**
 * A draft as a file, private to the team whatever its record says.
 *
 * @param attachment what could not be mapped, where it is too much for the text
 */
record Page(String text, Optional<String> attachment) {
  static final String ATTACHMENT = "record.json";

  private static final int MOST_KEPT = 48 * 1024;
  private static final int LONGEST_LINE = 4_000;
  private static final int MOST_FRONT = 60_000;
  private static final int MOST_TEXT = 1_000_000;

  /**
   * The file of a draft.
   *
   * @param whole the record as it was received, which is kept if the front matter can't hold all
   * @throws Mapper.Refused if a document can't hold its text
   */
  static Page of(Draft draft, Supplier<Map<String, Object>> whole, LocalDate receivedOn)
      throws Mapper.Refused {
    String kept = draft.kept().isEmpty() ? "" : json(draft.kept());
    boolean beside =
        kept.length() > MOST_KEPT || kept.lines().anyMatch(l -> l.length() > LONGEST_LINE);
    String front = YamlText.of(front(draft, receivedOn, beside));
    for (int step = 0; step < Slimming.MOST && front.length() > MOST_FRONT; step++) {
      String spared = Slimming.step(draft.front(), step);
      if (step == 0) {
        kept = json(whole.get());
        beside = true;
      }
      front = YamlText.of(front(draft, receivedOn, true));
      if (front.length() <= MOST_FRONT) {
        draft
            .remarks()
            .add("too much for a front matter: " + spared + " are in " + ATTACHMENT + " only");
      }
    }
    String text = "---\n" + front + "---\n" + draft.body().strip() + '\n' + appendix(kept, beside);
    if (front.length() > MOST_FRONT || text.getBytes(StandardCharsets.UTF_8).length > MOST_TEXT) {
      throw new Mapper.Refused(
          "a text of " + text.length() + " characters, more than a document can hold");
    }
    return new Page(text, beside ? Optional.of(kept) : Optional.empty());
  }

  private static String appendix(String kept, boolean beside) {
    if (kept.isEmpty()) {
      return "";
    }
    String link = "[" + ATTACHMENT + "](" + ATTACHMENT + ")";
    return "\n## Kept as received\n\n"
        + (beside
            ? "The fields that have no place here are in " + link + ".\n"
            : "```json\n" + kept + "```\n");
  }

  private static Map<String, Object> front(Draft draft, LocalDate receivedOn, boolean beside) {
    Map<String, Object> front = new LinkedHashMap<>();
    front.put("title", draft.front().getOrDefault("title", "Imported record"));
    front.put("classification", "private");
    front.put("only", List.of());
    front.put("status", "draft");
    if (draft.origin().tlp().equals("RED")) {
      front.put("tlp", "RED");
    }
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put("from", Prose.title(draft.origin().name(), 200));
    origin.put("reference", Prose.title(draft.reference(), 200));
    if (!draft.origin().tlp().isEmpty()) {
      origin.put("tlp", draft.origin().tlp());
    }
    origin.put("received_on", receivedOn.toString());
    front.put("origin", origin);
    draft.front().forEach(front::putIfAbsent);
    if (beside) {
      front.put("attachments", List.of(Map.of("file", ATTACHMENT)));
    }
    return front;
  }

  /** Characters that can't be seen are written as their numbers. */
  private static String json(Map<String, Object> value) {
    return Json.pretty(value)
        .codePoints()
        .mapToObj(c -> c != '\n' && Visible.isUnsafe(c) ? escaped(c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static String escaped(int codePoint) {
    return Character.toString(codePoint)
        .chars()
        .mapToObj(c -> String.format(Locale.ROOT, "\\u%04x", c))
        .collect(Collectors.joining());
  }
}
