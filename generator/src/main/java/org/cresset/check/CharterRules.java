package org.cresset.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.cresset.document.Document;
import org.cresset.document.Fences;
import org.cresset.document.Library;
import org.cresset.marking.Classification;
import org.cresset.model.Kind;
import org.cresset.problem.Code;

/**
 * What the team's public charter leaves unsaid (K25). The charter is the public policy or page with
 * the id {@code charter}; it says a thing where a heading names it.
 */
final class CharterRules {
  private static final Map<String, Pattern> TOPICS = topics();
  private static final Pattern HEADING = Pattern.compile("(?m)^(?:#{1,6}\\s|[^|\\n]*\\*\\*|\\|).*");

  private final Findings findings;
  private final Library library;

  CharterRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
  }

  private static Map<String, Pattern> topics() {
    Map<String, Pattern> topics = new LinkedHashMap<>();
    topics.put(
        "whom the team serves", words("constituency|constituents|whom we serve|who we serve"));
    topics.put(
        "where the constituency ends",
        words("boundary|boundaries|outside|not served|limits of the"));
    topics.put("its authority, or that it has none", words("authority|mandate"));
    topics.put("its hours", words("hours|opening times|availability"));
    topics.put(
        "which technology it handles",
        words("technolog|systems (?:we )?handle|equipment|platforms"));
    topics.put("how deep its analysis goes", words("depth|analysis|forensic"));
    topics.put(
        "who else may be told", words("told|disclos|information sharing|confidential|who learns"));
    topics.put("which fields management sees", words("management"));
    topics.put(
        "what it does not do", words("does not do|do not do|don't do|not offered|not a service"));
    return topics;
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("(?i)\\b(?:" + alternatives + ")");
  }

  void check() {
    library.all().stream().filter(CharterRules::isCharter).forEach(this::check);
  }

  private static boolean isCharter(Document d) {
    boolean kind = d.id().kind() == Kind.POLICY || d.id().kind() == Kind.PAGE;
    return kind
        && d.id().folded().equals("charter")
        && d.marking().classification() == Classification.PUBLIC;
  }

  private void check(Document d) {
    String headings =
        String.join(
            "\n",
            HEADING
                .matcher(Fences.outside(d.body().markdown()))
                .results()
                .map(m -> m.group())
                .toList());
    TOPICS.forEach((topic, words) -> {
      if (!words.matcher(headings).find()) {
        findings.add(
            d,
            org.cresset.problem.Problem.of(
                Code.CHARTER_INCOMPLETE,
                d.at("title"),
                "a charter that does not say " + topic,
                "a heading for it",
                "add a section that says it, outside all fences"));
      }
    });
  }
}
