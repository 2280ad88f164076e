package org.cresset.model;

import java.util.List;
import java.util.stream.Stream;

/** The Markdown texts inside a document's kind-specific part. */
public final class MarkdownValues {
  private MarkdownValues() {}

  public static List<MarkedText> of(Details details) {
    return switch (details) {
      case Details.Advisory a ->
          a.solutions().stream().flatMap(s -> Stream.of(s.details(), s.impact())).toList();
      case Details.Report r ->
          Stream.concat(
                  r.chronology().stream().map(ChronologyEntry::event), Stream.of(r.resolution()))
              .toList();
      case Details.Notice n -> List.of();
      case Details.Policy p -> List.of();
      case Details.Term t -> List.of();
      case Details.Page p -> List.of();
    };
  }

  /** Those that stand in the front matter. */
  public static List<MarkedText> inFront(Details details) {
    return details instanceof Details.Report r
        ? Stream.concat(
                r.chronology().stream().filter(e -> !e.inBody()).map(ChronologyEntry::event),
                Stream.of(r.resolution()))
            .toList()
        : of(details);
  }
}
