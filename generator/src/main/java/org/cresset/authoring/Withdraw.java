package org.cresset.authoring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.document.Document;
import org.cresset.model.Kind;
import org.cresset.model.Status;
import org.cresset.problem.Failure;

/** Takes a released advisory back; a page remains that says so and why. */
public final class Withdraw {
  private Withdraw() {}

  /**
   * Sets the status, writes date and reason, and adds a version that says so.
   *
   * @param reason for readers, one line
   * @param first as for {@link Revise#revise}
   * @return the new version
   * @throws Failure USAGE if it is no released advisory or is withdrawn already; otherwise as
   *     {@link Revise#revise}
   */
  public static String withdraw(Path content, Path file, String reason, Instant at, Instant first) {
    String line = YamlText.line("the reason", reason);
    Rewrite rewrite = Rewrite.open(content, file);
    Document d = rewrite.document();
    Revise.requireReleased(d, "withdrawn");
    if (d.id().kind() != Kind.ADVISORY) {
      throw YamlText.usage(
          d.shown() + " can't be withdrawn: policies are retired",
          "write status: retired, then run: cresset revise " + d.id().id() + " \"why\"");
    }
    if (d.status() == Status.WITHDRAWN || rewrite.text().has("withdrawn")) {
      throw YamlText.usage(
          d.shown() + " is withdrawn already",
          "to correct the reason, change it and run: cresset revise " + d.id().id());
    }
    FrontMatter text = rewrite.text();
    text.setText("status", Status.WITHDRAWN.token());
    text.insertAfter(
        text.lastLine("status"),
        List.of(
            String.format(
                Locale.ROOT,
                "withdrawn: {date: %s, reason: %s}",
                Times.text(rewrite.time(at, first)),
                YamlText.quoted(line))));
    String version = rewrite.addVersion("Withdrawn: " + line, at, first);
    Set<String> keys = new TreeSet<>(Revise.KEYS);
    keys.addAll(List.of("status", "withdrawn"));
    rewrite.save(keys);
    return version;
  }
}
