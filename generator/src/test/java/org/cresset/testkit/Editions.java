package org.cresset.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cresset.Collected;
import org.cresset.Collector;
import org.cresset.Workspace;
import org.cresset.document.Configuration;
import org.cresset.edition.Edition;
import org.cresset.edition.Signer;
import org.cresset.edition.Site;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.text.Markdown;

/** Editions of small knowledge bases, by the way that a build goes. */
public final class Editions {
  public static final Instant AS_OF = Instant.parse("2026-11-22T06:00:00Z");
  private static final String SETTINGS =
      """
      team: {name: Harbour CSIRT, email: csirt@example.org}
      site: {url: "https://csirt.example.org/"}
      vocabulary: {methods: [phishing, malware, scanning]}
      """;
  private static final String REGISTER = "name: %s\n";

  private Editions() {}

  /** What the team may see of these files, named below {@code content/}. */
  public static Edition staff(Path root, Map<String, String> files) {
    return of(root, files, new Audience("staff", new Audience.Team(), false));
  }

  /** What anyone may see of them. */
  public static Edition forAnyone(Path root, Map<String, String> files) {
    return of(root, files, new Audience("public", new Audience.Anyone(), false));
  }

  private static Edition of(Path root, Map<String, String> files, Audience audience) {
    write(root, "cresset.yaml", SETTINGS);
    for (String site : new String[] {"northgate", "kelpie", "saltmarsh"}) {
      write(root, "constituents/" + site + ".yaml", REGISTER.replace("%s", site));
    }
    files.forEach((path, text) -> write(root, path, text));
    try (Collector collector = new Collector(Workspace.of(root), new Markdown())) {
      Collected read = collector.read(new Collector.AsTheyLie(), AS_OF);
      Configuration configuration = read.library().configuration();
      Site site =
          new Site(
              configuration.site().url(),
              "en",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              configuration.team(),
              new Signer("0".repeat(40), "nobody", true, ""));
      return new Gate(read.library(), read.past()).admit(audience, site, AS_OF).edition();
    }
  }

  /** A report of the team alone with that front matter and text. */
  public static String report(String front, String body) {
    return "---\ntitle: A case\nclassification: private\nonly: []\nstatus: open\n"
        + "severity: medium\ncontroller: dm\n"
        + front
        + "---\n"
        + body
        + "\n";
  }

  private static void write(Path root, String path, String text) {
    try {
      Path file = root.resolve("content").resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
