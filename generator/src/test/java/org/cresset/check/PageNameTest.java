package org.cresset.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that is called as a file of the site is left out, and stops nothing else. */
class PageNameTest {
  @TempDir private Path folder;

  @Test
  void filesOfTheSiteAreNoNamesOfPages() throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath());
    for (String name : new String[] {"about", "feed.atom", "404.html/deeper", "SHA256SUMS"}) {
      base.write(
          "content/pages/" + name + ".md",
          "---\ntitle: A page\nclassification: public\n---\nText.\n");
    }
    KnowledgeBase.Said said = base.run("build", "--worktree", "--edition", "public");
    assertThat(said.text())
        .contains(
            "pages/feed.atom: error[page-name-taken]",
            "pages/404.html/deeper: error[page-name-taken]",
            "pages/SHA256SUMS: error[page-name-taken]",
            "public: release 1, ");
    assertThat(said.status()).isEqualTo(1);
    assertThat(base.root().resolve("site/public/about/index.html")).exists();
    assertThat(base.root().resolve("site/public/feed.atom")).isRegularFile();
  }
}
