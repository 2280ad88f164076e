package org.cresset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.cresset.check.Checks;
import org.cresset.check.Finding;
import org.cresset.check.Passed;
import org.cresset.document.Document;
import org.cresset.document.DocumentReader;
import org.cresset.document.Library;
import org.cresset.document.LibraryReader;
import org.cresset.document.Past;
import org.cresset.document.Register;
import org.cresset.edition.ShownVersions;
import org.cresset.edition.Site;
import org.cresset.edition.SiteWriter;
import org.cresset.gate.Admission;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.model.Kind;
import org.cresset.problem.Problem;
import org.cresset.problem.Problems;
import org.cresset.source.SourceFile;
import org.cresset.source.SourceTree;
import org.cresset.text.Markdown;

/**
 * A build of one edition without disk, Git and keys: rules, verdict, gate and all renderers are
 * those of {@link Pipeline}.
 */
public final class MemoryBuild {
  private final Markdown markdown = new Markdown();
  private final Renderers renderers;
  private final TextCheck texts;

  public MemoryBuild(Path empty) {
    this.renderers = new Renderers(Workspace.of(empty), markdown);
    this.texts = new TextCheck(markdown, CleanTexts.read(empty));
  }

  /**
   * What came of it.
   *
   * @param files by path
   * @param said what an edition's readers may be told of it
   * @param good whether it would be published, with what status
   */
  public record Outcome(SortedMap<String, byte[]> files, List<String> said, boolean good) {}

  /**
   * One build.
   *
   * @param history the files of each commit, from the top of the repository; the last is built
   * @param dates of the commits
   * @param before the edition's last release
   */
  public Outcome build(
      List<SortedMap<String, byte[]>> history,
      List<Instant> dates,
      String edition,
      Instant asOf,
      Map<String, byte[]> before) {
    SourceTree tree = tree(history.getLast());
    Library library = LibraryReader.read(tree);
    Past past = new MemoryPast(history, dates, library.register());
    List<Finding> findings =
        new ArrayList<>(Checks.run(library, past, markdown, asOf, List.of(), true, Passed.NOTHING));
    Collected collected = new Collected(tree, library, past, findings, Optional.empty(), asOf);
    Audience named = collected.audiences(Set.of(edition)).getFirst();
    // Sealed, so that no index is kept on the disk; for anyone it makes no difference.
    Audience audience = new Audience(named.id(), named.readers(), true);
    Judge judge =
        new Judge(
            collected, audience, before.keySet(), path -> Optional.ofNullable(before.get(path)));
    Site site = Sites.of(library.configuration(), Sites.nobody());
    Verdict verdict = judge.verdict(findings);
    ShownVersions shown =
        Optional.ofNullable(before.get(ShownVersions.PATH))
            .map(ShownVersions::parse)
            .orElse(ShownVersions.NONE);
    Admission admission = admit(collected, audience, site, verdict, shown);
    List<Finding> inTexts = texts.findings(admission, tree);
    if (!inTexts.isEmpty()) {
      findings.addAll(inTexts);
      verdict = judge.verdict(findings);
      admission = admit(collected, audience, site, verdict, shown);
    }
    SortedMap<String, byte[]> files = new ConcurrentSkipListMap<>();
    if (verdict.good()) {
      renderers.render(admission.edition(), new Memory(files), new Problems());
    }
    return new Outcome(files, said(verdict), verdict.good());
  }

  private static Admission admit(
      Collected collected, Audience audience, Site site, Verdict verdict, ShownVersions shown) {
    Library admitted = collected.library().without(verdict.leftOut());
    return new Gate(admitted, collected.past(), List.of(), shown)
        .admit(audience, site, collected.asOf());
  }

  /** As it is printed for readers outside the team: without places. */
  private static List<String> said(Verdict verdict) {
    List<String> said = new ArrayList<>();
    for (List<Finding> findings : List.of(verdict.findings(), verdict.holding())) {
      for (Finding f : findings) {
        Problem p = f.problem();
        f.id().ifPresent(id -> said.add(id + " " + p.code() + p.found() + p.expected() + p.help()));
      }
    }
    Collections.sort(said);
    said.addAll(verdict.leftOut());
    return said.stream().distinct().toList();
  }

  private static SourceTree tree(SortedMap<String, byte[]> files) {
    SortedMap<String, SourceFile> sources = new TreeMap<>();
    files.forEach((shown, content) -> {
      String path = shown.substring("content/".length());
      sources.put(path, new SourceFile(path, shown, id(content), content.length, () -> content));
    });
    return new SourceTree(Optional.empty(), "content", sources, List.of(), List.of());
  }

  private static String id(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Keeps what is written. */
  private record Memory(SortedMap<String, byte[]> files) implements SiteWriter {
    @Override
    public void write(String path, byte[] content) {
      if (files.put(path, content) != null) {
        throw new AssertionError("written twice: " + path);
      }
    }

    @Override
    public void write(String path, String inputs, Supplier<byte[]> content) {
      write(path, content.get());
    }
  }

  /** The history of files as Git has it: a state for each commit that changed a file. */
  private record MemoryPast(
      List<SortedMap<String, byte[]>> history, List<Instant> dates, Register register)
      implements Past {
    @Override
    public List<State> states(String path) {
      List<State> states = new ArrayList<>();
      byte[] last = null;
      for (int i = 0; i < history.size(); i++) {
        byte[] now = history.get(i).get("content/" + path);
        if (now == null) {
          states.clear();
        } else if (last == null || !Arrays.equals(last, now)) {
          states.addFirst(new State("c" + i, dates.get(i), "duty", "", "duty", i + "/" + path));
        }
        last = now;
      }
      return states;
    }

    @Override
    public Optional<Document> document(String path, State state) {
      return Kind.ofFolder(path.split("/", 2)[0])
          .flatMap(kind ->
              new DocumentReader(register)
                  .read(kind, path, "content/" + path, content(state))
                  .document());
    }

    private byte[] content(State state) {
      String[] parts = state.blob().split("/", 2);
      Map<String, byte[]> files = history.get(Integer.parseInt(parts[0]));
      return Objects.requireNonNull(files.get("content/" + parts[1]));
    }

    @Override
    public boolean mayHaveVersion(String path, State state, String version) {
      return new String(content(state), StandardCharsets.UTF_8).contains(version);
    }

    @Override
    public SortedSet<String> declassified() {
      return Collections.emptySortedSet();
    }
  }
}
