package org.cresset.authoring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cresset.git.Repositories;
import org.cresset.problem.Failure;

/** A new knowledge base: settings, a page of each kind, CI templates and hooks. */
public final class Init {
  private static final String SETTINGS = "content/cresset.yaml";

  private Init() {}

  /**
   * What was done.
   *
   * @param written the new files, relative to the folder
   * @param kept files that were there already and were left as they are
   * @param repository the Git repository that was made, if there was no work tree
   * @param next what to do now, one command or sentence each
   */
  public record Result(
      List<String> written, List<String> kept, Optional<Path> repository, List<String> next) {}

  /**
   * Fills a folder, which need not be empty and need not exist; files that are there stay.
   *
   * @param answers by the keys of {@link Question#ALL}; what is missing has its standard answer
   * @throws Failure USAGE if there is a knowledge base already or an answer can't be used;
   *     ENVIRONMENT if something can't be written
   */
  public static Result init(Path dir, Map<String, String> answers, Instant asOf) {
    if (Files.exists(dir.resolve(SETTINGS), LinkOption.NOFOLLOW_LINKS)) {
      throw YamlText.usage(
          "there is a knowledge base in " + dir + " already (" + SETTINGS + ")",
          "name another folder, or change that file");
    }
    Map<String, String> places = places(answers, asOf);
    List<String> written = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (NewFile file : NewFile.all(places, asOf)) {
      boolean created = AtomicFile.create(dir.resolve(file.path()), file.content());
      (created ? written : kept).add(file.path());
      if (created && file.program()) {
        AtomicFile.makeExecutable(dir.resolve(file.path()));
      }
    }
    Optional<Path> repository = Repositories.init(dir);
    return new Result(List.copyOf(written), List.copyOf(kept), repository, next(dir));
  }

  private static List<String> next(Path dir) {
    return List.of(
        "cd " + dir,
        "git add -A && git commit -m 'A new knowledge base'",
        "cresset check && cresset build",
        "cresset serve",
        "git config core.hooksPath .githooks   (checks every commit)");
  }

  private static Map<String, String> places(Map<String, String> answers, Instant asOf) {
    Map<String, String> given = new TreeMap<>();
    for (Question question : Question.ALL) {
      given.put(question.key(), answer(question, answers));
    }
    String team = given.getOrDefault(Question.TEAM, "");
    String email = given.getOrDefault(Question.EMAIL, "");
    LocalDate today = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
    return Map.of(
        "TEAM", YamlText.quoted(team),
        "ABOUT", YamlText.quoted("About " + team),
        "EMAIL", YamlText.quoted(email),
        "EMAIL_TEXT", email,
        "URL", given.getOrDefault(Question.URL, ""),
        "TIMEZONE", given.getOrDefault(Question.TIMEZONE, ""),
        "TODAY", today.toString(),
        "NEXT_YEAR", today.plusYears(1).toString());
  }

  private static String answer(Question question, Map<String, String> answers) {
    String given = answers.getOrDefault(question.key(), "");
    if (given.isBlank()) {
      return question.standard();
    }
    String answer = YamlText.line("the answer to '" + question.text() + "'", given);
    if (!question.accepts(answer)) {
      throw YamlText.usage(
          question.text() + " is '" + answer + "', expected " + question.expected(),
          "give another answer");
    }
    return answer;
  }

  /**
   * A file to write.
   *
   * @param program whether it is to be run
   */
  record NewFile(String path, byte[] content, boolean program) {
    /** All, the settings last: where they are, the knowledge base is complete. */
    static List<NewFile> all(Map<String, String> places, Instant asOf) {
      String year = NewId.year(asOf);
      List<NewFile> files = new ArrayList<>();
      for (String name :
          List.of(
              "content/pages/about.md",
              "content/pages/report-an-incident.md",
              "content/glossary/incident.md",
              "content/policies/charter.md",
              "content/constituents/example-university.yaml")) {
        files.add(of(name, name, places, false));
      }
      // Fixed ids: a second run after a crash must meet the same files.
      files.add(example("advisory", "advisories/" + year, "csa-" + year + "-x4c2", asOf));
      files.add(example("report", "reports/" + year, "4728190365", asOf));
      files.add(example("notice", "notices/" + year, "ntc-" + year + "-x4c2", asOf));
      files.add(of(".gitignore", "gitignore", places, false));
      files.add(of(".githooks/pre-commit", "githooks/pre-commit", places, true));
      files.add(of(".githooks/pre-push", "githooks/pre-push", places, true));
      files.add(of(".github/workflows/cresset.yml", "ci/github.yml", places, false));
      files.add(of(".gitlab-ci.yml", "ci/gitlab.yml", places, false));
      files.add(of(SETTINGS, SETTINGS, places, false));
      return files;
    }

    private static NewFile of(
        String path, String resource, Map<String, String> places, boolean program) {
      String text = Texts.filled("init/" + resource, places);
      return new NewFile(path, text.getBytes(StandardCharsets.UTF_8), program);
    }

    private static NewFile example(String kind, String folder, String id, Instant asOf) {
      String title = "Example " + kind + ": change or remove it";
      String path = "content/" + folder + "/" + id + ".md";
      return new NewFile(path, Archetypes.text(kind, id, title, asOf), false);
    }
  }
}
