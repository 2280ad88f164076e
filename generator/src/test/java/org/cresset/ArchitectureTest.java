package org.cresset;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Intro;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The picture in docs/architecture.puml is the rule; each rule is shown to notice a breach. */
class ArchitectureTest {
  private static final Path DIAGRAM =
      Path.of(System.getProperty("cresset.home", ".."), "docs/architecture.puml");
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("/test/"))
          .importPackages("org.cresset");
  private static final JavaClasses BREACHES =
      new ClassFileImporter().importPackages("org.cresset.breach");

  private static final Set<String> WRITING =
      Set.of(
          "write",
          "writeString",
          "newOutputStream",
          "newBufferedWriter",
          "createFile",
          "createDirectory",
          "createDirectories",
          "createLink",
          "createSymbolicLink",
          "createTempFile",
          "createTempDirectory",
          "move",
          "copy",
          "delete",
          "deleteIfExists",
          "setPosixFilePermissions",
          "setLastModifiedTime");

  @Test
  void dependenciesAreThoseDrawn() {
    drawn(DIAGRAM).check(OURS);
  }

  @Test
  void anArrowTakenAwayIsMissed(@TempDir Path folder) throws Exception {
    Path poorer = folder.resolve("poorer.puml");
    Files.writeString(poorer, Files.readString(DIAGRAM).replace("[gate] --> [document]\n", ""));
    assertThat(drawn(poorer).evaluate(OURS).hasViolation()).isTrue();
  }

  @Test
  void everyArrowIsNeeded() throws Exception {
    List<String> arrows =
        Files.readAllLines(DIAGRAM).stream().filter(l -> l.contains("-->")).toList();
    assertThat(arrows).hasSizeGreaterThan(50).allSatisfy(this::isUsed);
  }

  private void isUsed(String arrow) {
    String[] ends = arrow.replaceAll("[\\[\\]]", "").split(" --> ");
    assertThat(OURS)
        .as(arrow)
        .anyMatch(c ->
            room(c.getPackageName()).equals(ends[0])
                && c.getDirectDependenciesFromSelf().stream()
                    .map(d -> d.getTargetClass().getBaseComponentType())
                    .anyMatch(t ->
                        t.getPackageName().startsWith("org.cresset")
                            && room(t.getPackageName()).equals(ends[1])));
  }

  private static String room(String name) {
    String room = name.replaceFirst("^org\\.cresset\\.?", "");
    return room.isEmpty() ? "Pipeline" : room.equals("check.exit") ? room : room.split("\\.")[0];
  }

  private static ArchRule drawn(Path diagram) {
    return ArchRuleDefinition.classes()
        .should(adhereToPlantUmlDiagram(diagram, consideringOnlyDependenciesInDiagram()));
  }

  @Test
  void everyPackageIsDrawn() throws Exception {
    String diagram = Files.readString(DIAGRAM);
    assertThat(OURS)
        .allSatisfy(c -> assertThat(diagram).contains("[" + room(c.getPackageName()) + "]"));
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        rule("no cycles", slices().matching("org.cresset.(*)..").should().beFreeOfCycles()),
        sole("text", "com.vladsch.flexmark.."),
        sole("text", "org.owasp.."),
        sole("page", "freemarker.."),
        sole("page", "com.github.difflib.."),
        sole("search", "org.apache.lucene.."),
        sole("seal", "org.bouncycastle.."),
        sole("git", "org.eclipse.jgit.."),
        sole("document", "org.snakeyaml.."),
        sole("cli", "picocli.."),
        sole("feed", "jakarta.mail.."),
        sole("json", "com.fasterxml.jackson.."),
        sole("release", "org.apache.commons.compress.."),
        sole("scap", "us.springett.."),
        sole("scap", "com.github.packageurl.."),
        sole("csv", "de.siegmar.."),
        rule("only the gate makes editions", gateAlone()),
        rule("only some write files", writing()),
        rule("renderers see only what came through the gate", blind()));
  }

  private static Arguments rule(String name, ArchRule rule) {
    return Arguments.of(name, rule);
  }

  private static Arguments sole(String user, String library) {
    return rule(
        user + " alone uses " + library,
        noClasses()
            .that()
            .resideOutsideOfPackage("org.cresset." + user + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  private static ArchRule gateAlone() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("org.cresset.gate..")
        .and()
        .areNotAssignableTo(Edition.class)
        .should()
        .callConstructorWhere(
            target(owner(equivalentTo(Edition.class)))
                .or(target(owner(equivalentTo(Article.class))))
                .or(target(owner(equivalentTo(Intro.class)))));
  }

  /** Besides the release: keys, drafts of authors, caches that can be removed at any time. */
  private static ArchRule writing() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.cresset.release..",
            "org.cresset.git..",
            "org.cresset.seal..",
            "org.cresset.authoring..",
            "org.cresset.intake..",
            "org.cresset.search..",
            "org.cresset.source..")
        .and()
        .haveNameNotMatching("org[.]cresset[.](CleanTexts|Notifying|Traces|Workspace)")
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a method of Files that writes",
                (JavaMethodCall call) ->
                    call.getTargetOwner().isEquivalentTo(Files.class)
                        && WRITING.contains(call.getName())));
  }

  private static ArchRule blind() {
    return noClasses()
        .that()
        .resideInAnyPackage("org.cresset..page..", "org.cresset..feed..", "org.cresset..search..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.cresset.document..",
            "org.cresset.source..",
            "org.cresset.check..",
            "org.cresset.gate..",
            "org.cresset.git..");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void isKept(String name, ArchRule rule) {
    rule.check(OURS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void breachIsNoticed(String name, ArchRule rule) {
    ArchRule here =
        name.equals("no cycles")
            ? slices().matching("org.cresset.breach.(*)..").should().beFreeOfCycles()
            : rule;
    assertThat(here.evaluate(BREACHES).hasViolation()).as(name).isTrue();
  }
}
