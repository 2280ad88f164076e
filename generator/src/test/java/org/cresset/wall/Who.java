package org.cresset.wall;

import java.util.List;
import org.cresset.model.Kind;

/**
 * The reader for whom a pair of collections must look the same, in the format's own words: what it
 * may read, and what it may not.
 *
 * @param edition its edition
 * @param open markings that it may read, without status
 * @param hidden markings that it may not read
 * @param fences classifications and audiences of passages that it may not read
 * @param own those of passages in public texts that it may read; none for anyone
 */
enum Who {
  PUBLIC(
      "public",
      List.of(List.of("classification: public")),
      List.of(
          List.of("classification: private", "only: []"),
          List.of("classification: sensitive", "only: ['@partners']"),
          List.of("classification: private", "only: [northgate]")),
      List.of("private", "sensitive", "sensitive @partners"),
      List.of()),
  NORTHGATE(
      "northgate",
      List.of(
          List.of("classification: public"),
          List.of("classification: private", "only: [northgate]"),
          List.of("classification: sensitive", "only: [northgate, kelpie]"),
          List.of("classification: sensitive", "only: ['@constituents', ridge]")),
      List.of(
          List.of("classification: private", "only: []"),
          List.of("classification: private", "only: [kelpie]"),
          List.of("classification: sensitive", "only: ['@partners', kelpie]")),
      List.of("private", "sensitive", "private kelpie", "sensitive kelpie ridge"),
      List.of("private northgate", "sensitive @constituents")),
  RIDGE(
      "ridge",
      List.of(
          List.of("classification: public"),
          List.of("classification: sensitive", "only: [ridge]"),
          List.of("classification: sensitive", "only: ['@partners', northgate]")),
      List.of(
          List.of("classification: private", "only: []"),
          List.of("classification: private", "only: [northgate]"),
          List.of("classification: sensitive", "only: ['@constituents']")),
      List.of("private", "sensitive", "private northgate", "sensitive @constituents"),
      List.of("sensitive ridge", "sensitive @partners"));

  private final String edition;
  private final List<List<String>> open;
  private final List<List<String>> hidden;
  private final List<String> fences;
  private final List<String> own;

  Who(
      String edition,
      List<List<String>> open,
      List<List<String>> hidden,
      List<String> fences,
      List<String> own) {
    this.edition = edition;
    this.open = open;
    this.hidden = hidden;
    this.fences = fences;
    this.own = own;
  }

  String edition() {
    return edition;
  }

  String fence(Hostile random) {
    return random.one(fences);
  }

  List<String> own() {
    return own;
  }

  /** A constituent that it is not. */
  String other() {
    return this == NORTHGATE ? "kelpie" : "northgate";
  }

  /** The marking of a document, with its status; the way 0 is the plainest. */
  List<String> marking(Kind kind, boolean isHidden, int way, Hostile random) {
    String released =
        switch (kind) {
          case ADVISORY -> "status: final";
          case REPORT -> "status: open";
          case POLICY -> "status: approved";
          case NOTICE, TERM, PAGE -> "status: published";
        };
    return isHidden
        ? hidden(released, way, random)
        : open(released, way == 0 ? List.of("classification: public") : random.one(open), way);
  }

  private List<String> open(String released, List<String> marking, int way) {
    if (way == 5) {
      return with(marking, released, "embargo_until: 2026-10-15T00:00Z");
    }
    return way == 4 && this != PUBLIC
        ? List.of("classification: public", "status: draft", "preview_to: [" + edition + "]")
        : with(marking, released);
  }

  private List<String> hidden(String released, int way, Hostile random) {
    return switch (way) {
      case 1 -> List.of("classification: public", "status: draft");
      case 2 -> List.of("classification: public", released, "embargo_until: 2027-02-01T00:00Z");
      case 3 -> List.of("classification: public", "status: draft", "preview_to: [" + other() + "]");
      case 4 -> List.of("classification: nonsense", released);
      default -> with(random.one(hidden), released);
    };
  }

  private static List<String> with(List<String> marking, String... more) {
    List<String> all = new java.util.ArrayList<>(marking);
    all.addAll(List.of(more));
    return all;
  }
}
