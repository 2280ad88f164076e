package org.cresset.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.cresset.testkit.InProcess;
import org.cresset.testkit.KnowledgeBase;
import org.cresset.testkit.Tool;
import org.cresset.testkit.Trees;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A knowledge base with releases to hand over, and the same one release later. */
abstract class PublishedBase {
  @TempDir static Path dir;
  static KnowledgeBase published;
  static KnowledgeBase next;

  @TempDir Path here;
  KnowledgeBase base;

  @BeforeAll
  static void releases() {
    published = KnowledgeBase.published(dir.resolve("base"));
    next = published.copy(dir.resolve("next"));
    Tool.Result built = next.build();
    assertThat(built.status()).as(built.out() + built.err()).isZero();
  }

  @BeforeEach
  void copy() {
    base = published.copy(here.resolve("base"));
  }

  /** One more release. */
  void build() throws Exception {
    Trees.remove(base.site());
    Trees.copy(next.site(), base.site());
  }

  SortedMap<String, String> served(String edition) throws Exception {
    return Trees.of(base.site().resolve(edition).toRealPath());
  }

  String publish(int status, String... arguments) {
    List<String> all = new ArrayList<>(List.of("publish"));
    all.addAll(List.of(arguments));
    InProcess.Said said = cresset().run(all.toArray(String[]::new));
    assertThat(said.status()).as(said.text()).isEqualTo(status);
    return said.text();
  }

  InProcess cresset() {
    return new InProcess(base.root(), now());
  }

  static Instant now() {
    return Instant.parse(KnowledgeBase.NEXT);
  }
}
