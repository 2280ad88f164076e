package org.cresset.gate;

import java.util.Locale;
import java.util.Set;
import org.cresset.marking.Audience;
import org.cresset.marking.Classification;
import org.cresset.marking.Marking;

/** The rule of who reads what, said in words; whether it is so, {@link Audience} decides. */
record Why(Reader reader) {

  /** Why this reader may or may not read a text so marked. */
  String of(Marking marking) {
    if (marking.classification() == Classification.CLASSIFIED) {
      return "classified: refused everywhere";
    }
    return switch (reader.audience().readers()) {
      case Audience.Team() ->
          reader.mayRead(marking)
              ? "the team reads it"
              : "highly sensitive: only in a sealed edition of the team";
      case Audience.Anyone() -> anyone(marking);
      case Audience.Member(String id, boolean plainAgreed) -> member(id, marking);
    };
  }

  private String anyone(Marking marking) {
    if (marking.draft()) {
      return "a draft";
    }
    if (marking.embargoed(reader.asOf())) {
      return "under embargo until " + marking.embargo().map(String::valueOf).orElse("");
    }
    return marking.classification() == Classification.PUBLIC
        ? "public"
        : marking.classification().token() + ", not public";
  }

  private String member(String id, Marking marking) {
    boolean named = marking.only().contains(id);
    boolean previewed = marking.preview().contains(id);
    if (marking.draft() || marking.embargoed(reader.asOf())) {
      String state =
          marking.draft() ? "a draft" : "under embargo until " + marking.embargo().orElseThrow();
      boolean early = previewed || (named && !marking.draft());
      String by = previewed ? "preview_to" : "only";
      return !early
          ? state + ", and preview_to does not name " + id
          : state + "; " + by + " names " + id + seal();
    }
    if (marking.classification() == Classification.PUBLIC) {
      return "public";
    }
    String token = marking.classification().token();
    return named
        ? token + "; its readers include " + id + (reader.mayRead(marking) ? "" : seal())
        : token + ", for " + readers(marking.only()) + "; not for " + id;
  }

  private String seal() {
    return reader.audience().sealed() ? "" : ", but only sealed, and this edition is not";
  }

  /** Who reads it besides the team. */
  static String readers(Set<String> only) {
    return only.isEmpty() ? "the team alone" : String.join(", ", only);
  }

  static String marking(Marking marking) {
    String words =
        marking.classification().token().toLowerCase(Locale.ROOT)
            + ", "
            + marking.label().tlp().label()
            + ", for "
            + (marking.classification() == Classification.PUBLIC
                ? "anyone"
                : readers(marking.only()));
    return words
        + (marking.draft() ? ", draft" : "")
        + marking.embargo().map(t -> ", embargo until " + t).orElse("")
        + (marking.preview().isEmpty() ? "" : ", preview to " + readers(marking.preview()));
  }
}
