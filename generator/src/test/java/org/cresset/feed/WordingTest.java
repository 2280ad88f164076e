package org.cresset.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cresset.testkit.Demonstration;
import org.junit.jupiter.api.Test;

/**
 * The list of words that belong to the formats is complete: otherwise a private document called
 * "Threats" would be found in every CSAF document.
 */
class WordingTest {
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

  @Test
  void theNamesOfMembersAreWordsOfTheFormats() throws Exception {
    Set<String> words = new TreeSet<>();
    for (String edition : List.of("public", "staff")) {
      Path tree = Demonstration.tree(edition).toRealPath();
      try (Stream<Path> all = Files.walk(tree)) {
        for (Path file : all.filter(p -> p.toString().endsWith(".json")).toList()) {
          if (!file.startsWith(tree.resolve("search"))) {
            names(new ObjectMapper().readTree(file.toFile()), words);
          }
        }
      }
    }
    String wording = new String(FeedRenderer.wording(), StandardCharsets.US_ASCII);
    Set<String> known = new TreeSet<>(WORD.matcher(wording).results().map(r -> r.group()).toList());
    words.removeAll(known);
    assertThat(words).isEmpty();
  }

  private static void names(JsonNode node, Set<String> words) {
    node.properties()
        .forEach(member -> {
          WORD.matcher(member.getKey().toLowerCase(Locale.ROOT))
              .results()
              .forEach(r -> words.add(r.group()));
          names(member.getValue(), words);
        });
    if (node.isArray()) {
      node.forEach(item -> names(item, words));
    }
  }
}
