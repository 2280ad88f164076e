package org.cresset.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cresset.document.Document;
import org.cresset.model.Details;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/** What an archetype says where the author is to write, left in a text that goes out. */
final class PlaceholderRules {
  private static final Set<String> PLACEHOLDERS = read();

  private final Findings findings;

  PlaceholderRules(Findings findings) {
    this.findings = findings;
  }

  void check(Document d) {
    boolean report = d.details() instanceof Details.Report;
    if (d.status() == Status.DRAFT || (report && d.status() != Status.CLOSED)) {
      return;
    }
    List<String> lines = d.body().markdown().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (PLACEHOLDERS.contains(lines.get(i).strip()) && isOutside(d, i)) {
        findings.wrong(
            d,
            Code.TEXT_PLACEHOLDER,
            new Span(d.shown(), d.body().firstLine() + i, 1, lines.get(i).length()),
            "a text that only says what belongs there",
            "the author's own words",
            "replace it, or remove it with its heading");
      }
    }
  }

  private static boolean isOutside(Document d, int line) {
    return d.body().fences().stream().noneMatch(f -> f.open() <= line && line <= f.close());
  }

  private static Set<String> read() {
    try (InputStream in = PlaceholderRules.class.getResourceAsStream("placeholders.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
