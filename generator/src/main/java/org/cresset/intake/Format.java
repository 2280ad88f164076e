package org.cresset.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats of other systems that can be taken in. */
public enum Format {
  CSV(List.of(".csv", ".tsv", ".txt")),
  CSAF(List.of(".json")),
  OSV(List.of(".json", ".jsonl", ".yaml", ".yml")),
  VERIS(List.of(".json", ".jsonl"));

  private final List<String> endings;

  Format(List<String> endings) {
    this.endings = endings;
  }

  /** The word for it on the command line. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Format> of(String token) {
    return List.of(values()).stream().filter(f -> f.token().equals(token)).findFirst();
  }

  /** Whether a file of a folder is taken for one of its records. */
  boolean fits(String name) {
    return endings.stream().anyMatch(name::endsWith);
  }
}
