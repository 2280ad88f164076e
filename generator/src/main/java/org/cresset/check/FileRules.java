package org.cresset.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cresset.document.Attached;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.LinkScanner;
import org.cresset.document.Resolver;
import org.cresset.marking.Marking;
import org.cresset.marking.Reach;
import org.cresset.model.Kind;
import org.cresset.model.MarkdownValues;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;
import org.cresset.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * Every file is a document, an attachment that something links to or lists, or has a place of its
 * own.
 */
final class FileRules {
  private static final Set<String> OWN = Set.of("keys", "constituents", "sightings", "activity");

  private final Findings findings;
  private final Library library;

  FileRules(Findings findings, Library library) {
    this.findings = findings;
    this.library = library;
  }

  void check() {
    // Only files are looked for: what documents are called makes no difference.
    Resolver resolver = new Resolver(library.only(d -> false));
    AttachmentRules attachments = new AttachmentRules(findings, library, resolver);
    Map<String, Document> owners = new HashMap<>();
    Set<String> used = new HashSet<>();
    for (Document d : library.all()) {
      if (d.ownsFolder()) {
        owners.put(d.folder(), d);
        Set<String> own = attachments(d, resolver);
        own.forEach(path -> attachments.check(d, path));
        used.addAll(own);
      } else if (!d.attachments().isEmpty()) {
        folderless(d);
      }
      d.attachments().forEach(entry -> wider(d, entry));
    }
    for (SourceFile file : library.source().files().values()) {
      String top = file.path().split("/", 2)[0];
      if (top.equals("constituents") && !file.path().endsWith(".yaml") && !isNobodys(file.path())) {
        register(file);
      }
      boolean inKind = file.path().contains("/") && Kind.ofFolder(top).isPresent();
      if (file.path().equals("cresset.yaml") || OWN.contains(top) || isNobodys(file.path())) {
        continue;
      }
      if (!inKind) {
        unknown(file);
      } else if (file.path().endsWith(".md.asc")) {
        notEncrypted(file);
      } else if (!file.path().endsWith(".md") && !used.contains(file.path())) {
        unused(file, owner(owners, file.path()));
      }
    }
  }

  private Set<String> attachments(Document d, Resolver resolver) {
    Set<String> used = new HashSet<>();
    List<LinkScanner.Use> uses = new ArrayList<>(LinkScanner.scan(d.body().markdown()));
    MarkdownValues.of(d.details()).forEach(v -> uses.addAll(LinkScanner.scan(v.markdown())));
    for (LinkScanner.Use use : uses) {
      if (resolver.link(d.folder(), use.destination()) instanceof Resolver.ToFile(String path)
          && library.isAttachment(d.folder(), path)) {
        used.add(path);
      }
    }
    for (Attached entry : d.attachments()) {
      String path = d.folder() + entry.file();
      if (library.source().files().containsKey(path) && library.isAttachment(d.folder(), path)) {
        used.add(path);
      } else {
        findings.add(
            d,
            Problem.of(
                Code.ATTACHMENT_MISSING,
                entry.at(),
                "the attachment '" + entry.file() + "', which is not beside the document",
                "a file in " + d.folder(),
                "add the file, or remove the entry"),
            entry.marking().stream().toList());
      }
    }
    return used;
  }

  private void folderless(Document d) {
    int dot = d.shown().lastIndexOf(".md");
    String folder = d.shown().substring(0, dot);
    String ending = d.shown().substring(dot);
    findings.add(
        d,
        Problem.of(
            Code.ATTACHMENT_MISSING,
            d.at("attachments"),
            "attachments of a document that has no folder of its own",
            "a folder with index.md and the attachments beside it",
            "mkdir " + folder + " && mv " + d.shown() + " " + folder + "/index" + ending));
  }

  private void wider(Document d, Attached entry) {
    boolean wider =
        entry
            .marking()
            .filter(m -> !Reach.covers(released(m), released(d.marking()), Instant.MIN))
            .isPresent();
    if (wider) {
      findings.add(
          d,
          Problem.of(
              Code.ATTACHMENT_TOO_WIDE,
              entry.at(),
              "an attachment for more readers than its document",
              "the readers of the document, or fewer",
              "take the classification from the entry, or attach the file elsewhere"),
          entry.marking().stream().toList());
    }
  }

  private static Marking released(Marking m) {
    return Marking.of(m.label(), m.only());
  }

  /** Files that people keep beside the content and that are never published. */
  private static boolean isNobodys(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.startsWith(".") || path.equals("README.md");
  }

  private static @Nullable Document owner(Map<String, Document> owners, String path) {
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      Document owner = owners.get(path.substring(0, slash + 1));
      if (owner != null) {
        return owner;
      }
    }
    return null;
  }

  private void unused(SourceFile file, @Nullable Document owner) {
    Problem problem =
        Problem.of(
            Code.FILE_UNUSED,
            Span.file(file.shown()),
            owner == null
                ? "a file that belongs to no document"
                : "a file that nothing links to or lists",
            "attachments beside an index.md, linked in its text or listed under attachments",
            "link to it, list it, or remove it; it is published nowhere as it is");
    findings.add(problem, Optional.empty());
  }

  /** What is encrypted has been opened or put aside before. */
  private void notEncrypted(SourceFile file) {
    findings.add(
        Problem.of(
            Code.HIGHLY_SENSITIVE_PLAIN,
            Span.file(file.shown()),
            "a file that is named as an encrypted one and is no armoured OpenPGP message",
            "-----BEGIN PGP MESSAGE----- in its first line",
            "take .asc from its name, and run: cresset encrypt FILE"),
        Optional.empty());
  }

  private void register(SourceFile file) {
    findings.add(
        Problem.of(
            Code.FILE_UNUSED,
            Span.file(file.shown()),
            "a file that is no entry of the register",
            "one file a name, ending in .yaml",
            "rename it to end in .yaml, or remove it"),
        Optional.empty());
  }

  private void unknown(SourceFile file) {
    Problem problem =
        Problem.of(
            Code.FILE_UNKNOWN_FOLDER,
            Span.file(file.shown()),
            "a file outside the folders that Cresset knows",
            "advisories, reports, notices, policies, glossary, pages, constituents, keys, sightings or activity",
            "move it, or keep it outside the content folder");
    findings.add(file.path().endsWith(".md") ? problem : problem.asWarning(), Optional.empty());
  }
}
