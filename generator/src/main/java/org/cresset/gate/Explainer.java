package org.cresset.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.document.Attached;
import org.cresset.document.Document;
import org.cresset.document.Fence;
import org.cresset.document.Fences;
import org.cresset.document.Node;
import org.cresset.document.Places;
import org.cresset.document.TeamOnlyKeys;
import org.cresset.edition.Article;
import org.cresset.edition.Asset;
import org.cresset.gate.Explanation.Part;
import org.cresset.marking.Marking;
import org.cresset.model.MarkdownValues;
import org.cresset.model.MarkedText;

/** Says what the gate did with one document, by what came through it. */
final class Explainer {
  private final Document document;
  private final Reader reader;
  private final Admission admission;
  private final Why why;
  private final List<Part> parts = new ArrayList<>();

  Explainer(Document document, Reader reader, Admission admission) {
    this.document = document;
    this.reader = reader;
    this.admission = admission;
    this.why = new Why(reader);
  }

  Explanation explanation() {
    Optional<Article> article =
        Optional.ofNullable(admission.edition().articles().get(document.id()));
    List<Asset> assets = article.map(a -> List.copyOf(a.assets().values())).orElse(List.of());
    passages();
    attachments(assets);
    if (article.isPresent()) {
      keys();
      admission.unresolved().getOrDefault(document.id(), Collections.emptySortedSet()).stream()
          .map(
              to -> new Part("link", line(to), to, false, "leads to nothing that this edition has"))
          .forEach(parts::add);
    }
    parts.sort(Comparator.comparingInt(Part::line).thenComparing(Part::name));
    return new Explanation(
        reader.audience().id(),
        document.id(),
        document.shown(),
        document.title(),
        Why.marking(document.marking()),
        article.isPresent(),
        reason(article.isPresent()),
        List.copyOf(parts));
  }

  private String reason(boolean shown) {
    String reason = why.of(document.marking());
    if (!shown && reader.isMember() && reader.isOpen(document.marking())) {
      return reason + "; it is on the public site, and no part of it is for this edition alone";
    }
    return reason;
  }

  private void passages() {
    for (Fence fence : document.body().fences()) {
      passage(fence, document.body().firstLine() + fence.open());
    }
    for (MarkedText text : MarkdownValues.of(document.details())) {
      int line = Places.of(document, text).line();
      if (line < document.body().firstLine()) {
        Fences.find(text.markdown()).forEach(fence -> passage(fence, line + fence.open() + 1));
      }
    }
  }

  private void passage(Fence fence, int line) {
    Marking marking = fence.marking(document.marking(), reader.register());
    boolean shown = reader.gets(document) && reader.mayRead(document.marking(), fence);
    String reason =
        reader.mayRead(document.marking())
            ? why.of(marking)
            : "its document is not for this edition: " + why.of(document.marking());
    parts.add(new Part("passage", line, Why.marking(marking), shown, reason));
  }

  private void attachments(List<Asset> assets) {
    for (Attached entry : document.attachments()) {
      Marking marking = entry.marking().orElse(document.marking());
      boolean shown = assets.stream().anyMatch(a -> a.name().equals(entry.file()));
      parts.add(new Part("attachment", entry.at().line(), entry.file(), shown, why.of(marking)));
    }
    assets.stream()
        .map(Asset::name)
        .distinct()
        .filter(name -> document.attachments().stream().noneMatch(a -> a.file().equals(name)))
        .map(name -> new Part("attachment", line(name), name, true, "linked in the text shown"))
        .forEach(parts::add);
  }

  private void keys() {
    boolean team = reader.audience().isTeam();
    for (Map.Entry<String, Node.Entry> entry : document.front().entries().entrySet()) {
      if (!team && TeamOnlyKeys.contains(entry.getKey())) {
        int line = entry.getValue().key().line();
        parts.add(new Part("key", line, entry.getKey(), false, "only the team's editions show it"));
      }
    }
  }

  /** The first line of the body in which a text stands. */
  private int line(String text) {
    List<String> lines = document.body().markdown().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return document.body().firstLine() + i;
      }
    }
    return 1;
  }
}
