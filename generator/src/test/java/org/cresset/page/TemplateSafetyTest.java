package org.cresset.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cresset.edition.Edition;
import org.cresset.marking.Label;
import org.cresset.page.view.MessageView;
import org.cresset.page.view.Model;
import org.cresset.problem.Failure;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;
import org.cresset.text.SafeHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template can reach ends at the records made for it. */
class TemplateSafetyTest {
  private static final Set<Class<?>> LEAVES =
      Set.of(String.class, int.class, Integer.class, boolean.class, SafeHtml.class);

  @Test
  void aModelLeadsToViewsAndPlainValuesAlone() {
    Set<Class<?>> seen = new java.util.HashSet<>();
    List<String> foreign = new ArrayList<>();
    walk(Model.class, "model", seen, foreign);
    assertThat(foreign).isEmpty();
    assertThat(seen).hasSizeGreaterThan(40);
  }

  private static void walk(Type type, String at, Set<Class<?>> seen, List<String> foreign) {
    if (type instanceof ParameterizedType p) {
      Class<?> raw = (Class<?>) p.getRawType();
      if (raw != List.class && raw != Optional.class) {
        foreign.add(at + ": " + raw.getName());
      }
      walk(p.getActualTypeArguments()[0], at, seen, foreign);
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (LEAVES.contains(plain) || !seen.add(plain)) {
      return;
    }
    if (plain.isSealed()) {
      for (Class<?> permitted : plain.getPermittedSubclasses()) {
        walk(permitted, at, seen, foreign);
      }
    } else if (plain.isRecord() && plain.getPackageName().equals("org.cresset.page.view")) {
      for (RecordComponent component : plain.getRecordComponents()) {
        String name = plain.getSimpleName() + "." + component.getName();
        walk(component.getGenericType(), name, seen, foreign);
      }
    } else {
      foreign.add(at + ": " + plain.getName());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${doc?api.class}",
        "${doc.class}",
        "${doc.getClass()}",
        "${site.name.bytes}",
        "${'freemarker.template.utility.Execute'?new()('id')}",
        "${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File', '/')}",
        "${site.hashCode()}",
        "<#include '/etc/passwd'>",
        "<#include '../../pom.xml'>",
        "<#include 'file:///etc/passwd'>",
      })
  void aTemplateReachesNothingElse(String template) {
    assertThatThrownBy(() -> render("x " + template)).isInstanceOf(Failure.class);
    assertThat(render("x ${site.name}")).isEqualTo("x Harbour CSIRT");
  }

  @Test
  void textIsEscapedAndWhatHidesInItIsShown() {
    assertThat(render("${'<script>' + page.title}"))
        .isEqualTo("&lt;script&gt;&lt;b&gt;&lt;U+202E&gt;&lt;U+0000&gt;");
  }

  @Test
  void aTemplateErrorNamesFileLineExpressionAndPage() {
    assertThatThrownBy(() -> render("\n\n${site.nmae}"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("t.ftlh:3")
        .hasMessageContaining("nmae")
        .hasMessageContaining("x/index.html");
  }

  @Test
  void noBuiltInTemplateTurnsEscapingOffOrMakesTemplates() {
    TemplateFiles files = TemplateFiles.read(List.of());
    assertThat(files.files()).containsKeys("base.ftlh", "advisory.ftlh", "assets/css/site.css");
    files
        .files()
        .forEach((name, bytes) -> {
          if (name.endsWith(".ftlh")) {
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(name)
                .doesNotContain("no_esc", "noautoesc", "?interpret", "?eval", "style=\"");
          }
        });
  }

  @Test
  void oneFileOfOnesOwnChangesAPage(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("404.ftlh"), "ours, ${site.name}\n");
    Files.createDirectories(folder.resolve("assets/css"));
    Files.writeString(folder.resolve("assets/css/own.css"), "p { color: red }\n");
    MemorySite site = new MemorySite();
    new PageRenderer(List.of(folder), new Markdown())
        .render(SampleEditions.forAnyone(), site, new Problems());
    assertThat(site.text("404.html")).isEqualTo("ours, Harbour CSIRT\n");
    assertThat(site.text("index.html")).contains("Act now");
    assertThat(site.files).containsKeys("assets/css/own.css", "assets/css/site.css");
  }

  private static String render(String template) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("t.ftlh", template.getBytes(StandardCharsets.UTF_8));
    Edition edition = SampleEditions.forAnyone();
    Chrome chrome = new Chrome(edition, Insight.of(edition));
    Model model =
        new Model(
            chrome.site(),
            chrome.page("x/index.html", "x", "<b>\u202e\0", "", "", Label.PUBLIC),
            new MessageView());
    byte[] page = new Templates(new TemplateFiles(files, "")).render("t.ftlh", model);
    return new String(page, StandardCharsets.UTF_8);
  }
}
