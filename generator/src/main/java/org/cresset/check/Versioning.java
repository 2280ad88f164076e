package org.cresset.check;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.cresset.document.Document;
import org.cresset.model.Kind;
import org.cresset.model.Revision;
import org.cresset.model.Status;
import org.cresset.problem.Code;
import org.cresset.problem.Span;

/** The version and the revision history of a released advisory or policy agree with each other. */
final class Versioning {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9}\\.\\d{1,9}(-.+)?)?");

  private Versioning() {}

  static void check(Findings findings, Document d) {
    if (d.history().isEmpty()) {
      if (d.version().isPresent() && !d.version().get().equals("1") && d.status() != Status.DRAFT) {
        mismatch(
            findings,
            d,
            d.at("version"),
            "version " + d.version().get() + " without a revision_history");
      }
      return;
    }
    Revision last = d.history().getLast();
    if (d.version().isPresent() && !d.version().get().equals(last.number())) {
      mismatch(
          findings,
          d,
          d.at("version"),
          "version " + d.version().get() + ", but the newest revision is " + last.number());
    }
    Instant first = d.history().getFirst().date();
    if (d.initialRelease().isPresent() && !d.initialRelease().get().equals(first)) {
      findings.wrong(
          d,
          Code.VERSION_MISMATCH,
          d.at("initial_release_date"),
          "first released " + d.initialRelease().get() + ", but the first revision is of " + first,
          "both to be the same",
          "correct the one that is wrong");
    }
    for (int i = 0; i < d.history().size(); i++) {
      int index = i;
      Optional<Revision> before = i == 0 ? Optional.empty() : Optional.of(d.history().get(i - 1));
      fault(d.history().get(i), before)
          .or(() -> released(d, d.history().get(index), before))
          .ifPresent(wrong(findings, d, i));
    }
  }

  private static Consumer<String> wrong(Findings findings, Document d, int index) {
    return fault ->
        findings.wrong(
            d,
            Code.VERSION_ORDER,
            d.at("revision_history[" + index + "].number"),
            "revision " + d.history().get(index).number() + ", " + fault,
            "integers, or semantic versions, each higher than the one before it, oldest first",
            "correct number or date");
  }

  private static Optional<String> fault(Revision r, Optional<Revision> before) {
    if (!NUMBER.matcher(r.number()).matches()) {
      return Optional.of("which is no version");
    }
    if (before.isEmpty() || !NUMBER.matcher(before.get().number()).matches()) {
      return Optional.empty();
    }
    String earlier = before.get().number();
    if (r.number().contains(".") != earlier.contains(".")) {
      return Optional.of("in another style than " + earlier);
    }
    if (compare(r.number(), earlier) <= 0) {
      return Optional.of("not higher than " + earlier);
    }
    return r.date().isBefore(before.get().date())
        ? Optional.of("older than the one before it")
        : Optional.empty();
  }

  /** A released advisory counts its versions from 1 without a gap (CSAF 2.0, 6.1.17 to 6.1.21). */
  private static Optional<String> released(Document d, Revision r, Optional<Revision> before) {
    if (d.id().kind() != Kind.ADVISORY || d.status() == Status.DRAFT) {
      return Optional.empty();
    }
    if (r.number().startsWith("0") || r.number().contains("-")) {
      return Optional.of("which is no version of a released advisory");
    }
    if (before.isPresent() && !NUMBER.matcher(before.get().number()).matches()) {
      return Optional.empty();
    }
    BigInteger major = major(r.number());
    BigInteger last = before.map(b -> major(b.number())).orElse(BigInteger.ZERO);
    return major.compareTo(last.add(BigInteger.ONE)) > 0
        ? Optional.of(before.map(b -> "with a gap after " + b.number()).orElse("not 1 at first"))
        : Optional.empty();
  }

  private static BigInteger major(String number) {
    return new BigInteger(number.replaceFirst("[.-].*", ""));
  }

  /** Pre-releases are compared by their text alone, and come before their release. */
  private static int compare(String a, String b) {
    String[] left = a.split("-", 2);
    String[] right = b.split("-", 2);
    String[] x = left[0].split("\\.", -1);
    String[] y = right[0].split("\\.", -1);
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      int order = new BigInteger(x[i]).compareTo(new BigInteger(y[i]));
      if (order != 0) {
        return order;
      }
    }
    if (left.length != right.length) {
      return left.length > right.length ? -1 : 1;
    }
    return a.compareTo(b);
  }

  private static void mismatch(Findings findings, Document d, Span at, String found) {
    findings.wrong(
        d,
        Code.VERSION_MISMATCH,
        at,
        found,
        "version and newest revision to be the same",
        "run: cresset revise " + d.id().id() + " \"what changed\"");
  }
}
