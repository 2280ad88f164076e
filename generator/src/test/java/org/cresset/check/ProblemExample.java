package org.cresset.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cresset.problem.Code;

/**
 * A rule's page: {@code # code}, why there is the rule, and the sections {@code ## Before}
 * (optional), {@code ## Wrong}, {@code ## `cresset …` says} and {@code ## Mended}. Each file is its
 * path in backquotes on a line of its own and a fenced block; a fence without a path is what the
 * command prints.
 */
record ProblemExample(
    Code code, String page, Map<String, List<Block>> sections, List<String> command) {
  static final Path FOLDER = Path.of("src/test/resources/problems");

  private static final String FENCE = "````";
  private static final Pattern PATH = Pattern.compile("`([^`]+)`(, removed)?:?");
  private static final Pattern COMMAND = Pattern.compile("`cresset (.*)` says");
  private static final Pattern REPEATED = Pattern.compile("«(.*?) × (\\d+)»");
  private static final Pattern NAMED = Pattern.compile("<U\\+([0-9A-F]{4,6})>");

  /** A file, or with an empty path the output; without content a file to be removed. */
  record Block(String path, String content, boolean removed) {}

  static Path file(Code code) {
    return FOLDER.resolve(code.id() + ".md");
  }

  static ProblemExample read(Code code) throws IOException {
    String page = Files.readString(file(code));
    Map<String, List<Block>> sections = new LinkedHashMap<>();
    List<String> command = new ArrayList<>();
    String section = "";
    String path = "";
    List<String> lines = page.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher at = PATH.matcher(line);
      if (line.startsWith("## ")) {
        Matcher says = COMMAND.matcher(line.substring(3));
        section = says.matches() ? "says" : line.substring(3).toLowerCase(java.util.Locale.ROOT);
        if (says.matches()) {
          command.addAll(List.of(says.group(1).split(" ")));
        }
        path = "";
      } else if (at.matches()) {
        path = at.group(1);
        if (at.group(2) != null) {
          add(sections, section, new Block(path, "", true));
        }
      } else if (line.equals(FENCE)) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf(FENCE);
        String content = String.join("\n", lines.subList(i + 1, end)) + "\n";
        add(sections, section, new Block(path, content, false));
        i = end;
      }
    }
    return new ProblemExample(code, page, sections, List.copyOf(command));
  }

  private static void add(Map<String, List<Block>> sections, String section, Block block) {
    sections.computeIfAbsent(section, s -> new ArrayList<>()).add(block);
  }

  List<Block> section(String name) {
    return sections.getOrDefault(name, List.of());
  }

  /** What the command should print, without line ends at the end. */
  String says() {
    return section("says").getFirst().content().stripTrailing();
  }

  /** The page with another output. */
  String saying(String output) {
    int from = page.indexOf(" says\n\n" + FENCE + "\n") + " says\n\n".length() + FENCE.length() + 1;
    int to = page.indexOf(FENCE + "\n", from);
    return page.substring(0, from) + output + "\n" + page.substring(to);
  }

  /** Puts a section's files below a folder. */
  void write(String section, Path root) throws IOException {
    for (Block block : section(section)) {
      Path file = root.resolve(shown(block.path()));
      if (block.removed()) {
        Files.delete(file);
      } else {
        Files.createDirectories(file.getParent());
        Files.writeString(file, shown(block.content()));
      }
    }
  }

  /** Text in which {@code «x × 3»} stands for repetition, # for the count, \n for a line end. */
  private static String shown(String text) {
    String named =
        NAMED
            .matcher(text)
            .replaceAll(m ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))));
    return REPEATED
        .matcher(named)
        .replaceAll(m -> {
          StringBuilder out = new StringBuilder();
          for (int i = 1; i <= Integer.parseInt(m.group(2)); i++) {
            out.append(m.group(1).replace("\\n", "\n").replace("#", String.valueOf(i)));
          }
          return Matcher.quoteReplacement(out.toString());
        });
  }
}
