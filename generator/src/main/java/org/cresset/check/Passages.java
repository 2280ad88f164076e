package org.cresset.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cresset.document.Document;
import org.cresset.document.Fence;
import org.cresset.document.Fenced;
import org.cresset.document.Fences;
import org.cresset.document.Intro;
import org.cresset.document.Library;
import org.cresset.document.Node;
import org.cresset.marking.Marking;
import org.cresset.model.Details;
import org.cresset.source.SourceFile;

/** What of a document others than the team may come to read, in pieces with the same readers. */
final class Passages {
  /** Keys whose values say who reads it, or are words of ours. */
  private static final Set<String> NOT_SHOWN =
      Set.of("only", "classification", "status", "tlp", "id");

  private static final int LARGEST = 1 << 20;

  private final Library library;

  Passages(Library library) {
    this.library = library;
  }

  /** Of a document, with its name and the texts attached to it. */
  List<Passage> of(Document d) {
    boolean police = d.details() instanceof Details.Notice n && n.type().equals("law_enforcement");
    Receivers receivers = Receivers.of(d.marking(), police);
    if (receivers.none()) {
      return List.of();
    }
    List<Passage> all = new ArrayList<>();
    List<Marking> texts = List.of(d.marking());
    all.add(new Passage(d.id().id(), texts, receivers, name(d)));
    new Front(d, receivers, all).values();
    fenced(d.body(), d.marking(), d.shown(), receivers, all);
    if (d.ownsFolder()) {
      attachments(d, receivers, all);
    }
    return all;
  }

  /** Of a section's introduction. */
  List<Passage> of(Intro i) {
    List<Passage> all = new ArrayList<>();
    Receivers receivers = Receivers.of(i.marking(), false);
    if (!receivers.none()) {
      all.add(new Passage(i.title(), List.of(i.marking()), receivers, Passage.file(i.shown())));
      fenced(i.body(), i.marking(), i.shown(), receivers, all);
    }
    return all;
  }

  private static Passage.Place name(Document d) {
    return d.front().entries().containsKey("id")
        ? (text, start, end) -> new Passage.Located(d.at("id"), "id: " + d.id().id())
        : Passage.file(d.shown());
  }

  private void fenced(
      Fenced text, Marking whole, String shown, Receivers receivers, List<Passage> all) {
    if (text.fences().isEmpty()) {
      add(text.markdown(), List.of(whole), receivers, shown, text.firstLine(), all);
      return;
    }
    String[] lines = text.markdown().split("\n", -1);
    int from = 0;
    for (Fence fence : text.fences()) {
      int at = text.firstLine() + from;
      add(join(lines, from, fence.open()), List.of(whole), receivers, shown, at, all);
      Marking inner = fence.marking(whole, library.register());
      int open = fence.open() + 1;
      add(
          join(lines, open, fence.close()),
          List.of(whole, inner),
          receivers.in(inner),
          shown,
          text.firstLine() + open,
          all);
      from = fence.close() + 1;
    }
    int at = text.firstLine() + from;
    add(join(lines, from, lines.length), List.of(whole), receivers, shown, at, all);
  }

  private static String join(String[] lines, int from, int to) {
    return from >= to || from >= lines.length
        ? ""
        : String.join("\n", List.of(lines).subList(from, Math.min(to, lines.length)));
  }

  private static void add(
      String text,
      List<Marking> texts,
      Receivers receivers,
      String shown,
      int firstLine,
      List<Passage> all) {
    if (!text.isEmpty() && !receivers.none()) {
      all.add(new Passage(text, texts, receivers, Passage.lines(shown, firstLine)));
    }
  }

  private void attachments(Document d, Receivers receivers, List<Passage> all) {
    String folder = d.folder();
    Map<String, SourceFile> below =
        library.source().files().subMap(folder, folder + Character.MAX_VALUE);
    for (SourceFile file : below.values()) {
      if (file.path().endsWith(".md") || file.path().endsWith(".md.asc")) {
        continue;
      }
      String name = file.path().substring(folder.length());
      Optional<Marking> own =
          d.attachments().stream()
              .filter(a -> a.file().equals(name))
              .flatMap(a -> a.marking().stream())
              .findFirst();
      Receivers readers = own.map(receivers::in).orElse(receivers);
      List<Marking> texts = new ArrayList<>(List.of(d.marking()));
      own.ifPresent(texts::add);
      if (!readers.none()) {
        all.add(new Passage(name, texts, readers, Passage.file(file.shown())));
        text(file).ifPresent(t -> add(t, texts, readers, file.shown(), 1, all));
      }
    }
  }

  /** The text of a file that holds text. */
  private static Optional<String> text(SourceFile file) {
    if (file.size() > LARGEST) {
      return Optional.empty();
    }
    byte[] bytes = file.content();
    for (byte b : bytes) {
      if (b == 0) {
        return Optional.empty();
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.replace("\r\n", "\n"));
    } catch (CharacterCodingException e) {
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  /** The values of front matter that others than the team see. */
  private final class Front {
    private final Document document;
    private final Receivers receivers;
    private final List<Passage> all;

    Front(Document document, Receivers receivers, List<Passage> all) {
      this.document = document;
      this.receivers = receivers;
      this.all = all;
    }

    void values() {
      document
          .front()
          .entries()
          .forEach((key, entry) -> {
            if (!Findings.isForTheTeam(key)) {
              value(key, entry.value());
            }
          });
    }

    private void value(String key, Node value) {
      switch (value) {
        case Node.Scalar s when !NOT_SHOWN.contains(key) -> scalar(s);
        case Node.Scalar s -> {}
        case Node.Sequence s -> s.items().forEach(item -> value(key, item));
        case Node.Mapping m -> m.entries().forEach((inner, entry) -> value(inner, entry.value()));
      }
    }

    private void scalar(Node.Scalar s) {
      Passage.Place place = new ValuePlace(library, document, s);
      Marking whole = document.marking();
      List<Fence> fences = Fences.find(s.text());
      if (fences.isEmpty()) {
        all.add(new Passage(s.text(), List.of(whole), receivers, place));
        return;
      }
      all.add(new Passage(Fences.outside(s.text()), List.of(whole), receivers, place));
      String[] lines = s.text().split("\n", -1);
      for (Fence fence : fences) {
        Marking inner = fence.marking(whole, library.register());
        String text = join(lines, fence.open() + 1, fence.close());
        if (!receivers.in(inner).none()) {
          all.add(new Passage(text, List.of(whole, inner), receivers.in(inner), place));
        }
      }
    }
  }
}
