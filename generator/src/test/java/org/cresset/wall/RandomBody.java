package org.cresset.wall;

import java.util.ArrayList;
import java.util.List;

/** Bodies with fences in every place where Markdown might stumble over them. */
final class RandomBody {
  private final Hostile random;
  private final Who who;

  RandomBody(Hostile random, Who who) {
    this.random = random;
    this.who = who;
  }

  /** Blocks of lines; private lines begin with {@code ~}. */
  List<List<String>> blocks() {
    List<List<String>> blocks = new ArrayList<>();
    int count = 1 + random.below(5);
    for (int i = 0; i < count; i++) {
      blocks.add(block());
    }
    return blocks;
  }

  /** The same blocks with other private lines. */
  List<List<String>> otherwise(List<List<String>> blocks) {
    List<List<String>> changed = new ArrayList<>();
    for (List<String> block : blocks) {
      boolean fence = block.getFirst().startsWith("~");
      if (!fence || random.chance(40)) {
        changed.add(block);
      }
      if (random.chance(40)) {
        changed.add(fence());
      }
    }
    return changed;
  }

  /** Another version: blocks come, go, change their place, and change sides as they are. */
  List<List<String>> revised(List<List<String>> blocks) {
    List<List<String>> changed = new ArrayList<>();
    for (List<String> block : blocks) {
      boolean fence = block.getFirst().startsWith("~:::");
      boolean plain = block.size() == 1 && !block.getFirst().startsWith("~");
      if (random.chance(15)) {
        changed.add(block());
      } else if (fence && random.chance(40)) {
        changed.add(List.of(block.get(1).substring(1)));
      } else if (plain && random.chance(30)) {
        changed.add(List.of("~::: private", "~" + block.getFirst(), "~:::"));
      } else if (plain && random.chance(40)) {
        changed.add(List.of(block.getFirst().replaceFirst("\\w+", random.word())));
      } else if (!random.chance(10)) {
        changed.add(block);
      }
      if (random.chance(20)) {
        changed.add(block());
      }
    }
    return changed;
  }

  /** As lines of a file, blocks parted by blank lines. */
  List<String> lines(List<List<String>> blocks) {
    List<String> lines = new ArrayList<>();
    for (List<String> block : blocks) {
      boolean apart = !lines.isEmpty();
      if (apart) {
        lines.add("");
      }
      lines.addAll(block);
    }
    return lines;
  }

  private List<String> block() {
    return switch (random.below(11)) {
      case 0, 1 -> List.of(random.sentence());
      case 2 -> List.of("## " + random.title());
      case 3, 4 -> fence();
      case 5 -> around("- ");
      case 6 -> code();
      case 7 -> table();
      case 8 -> around("> ");
      case 9 -> who.own().isEmpty() || random.chance(50) ? link() : own();
      default -> footnote();
    };
  }

  List<String> fence() {
    String link = random.chance(20) ? " See [it](doc:" + random.name() + ")." : "";
    String marking = who.fence(random);
    if (random.chance(15)) {
      return List.of(
          "~::: " + marking, "~## " + random.title(), "~", "~" + random.sentence(), "~:::");
    }
    return List.of("~::: " + marking, "~" + random.sentence() + link, "~:::");
  }

  /** A passage that the reader may see, though not everyone. */
  private List<String> own() {
    return List.of("::: " + random.one(who.own()), random.sentence(), ":::");
  }

  private List<String> around(String mark) {
    List<String> lines = new ArrayList<>();
    lines.add(mark + random.sentence());
    lines.addAll(List.of("~::: private", "~" + mark + random.sentence(), "~:::"));
    lines.add(mark + random.sentence());
    return lines;
  }

  private List<String> code() {
    return List.of(
        "```",
        "run " + random.word(),
        "~::: private",
        "~run " + random.word() + " --token " + random.name(),
        "~:::",
        "run " + random.word(),
        "```");
  }

  private List<String> table() {
    return List.of(
        "| place | word |",
        "| --- | --- |",
        "| " + random.word() + " | " + random.word() + " |",
        "~::: private",
        "~| " + random.word() + " | " + random.observable() + " |",
        "~:::",
        "| " + random.word() + " | " + random.word() + " |");
  }

  private List<String> link() {
    String target = random.one(List.of("doc:about", "term:csirt", "doc:policies/charter"));
    String wild = random.chance(5) ? "doc:" + random.name() : target;
    return List.of(random.sentence() + " See [" + random.word() + "](" + wild + ").");
  }

  private List<String> footnote() {
    int n = random.below(100);
    return List.of(
        random.sentence() + "[^a" + n + "]",
        "~::: private",
        "~" + random.sentence() + "[^b" + n + "]",
        "~",
        "~[^b" + n + "]: " + random.sentence(),
        "~:::",
        "",
        "[^a" + n + "]: " + random.sentence());
  }
}
