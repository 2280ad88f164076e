package org.cresset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.marking.Classification;
import org.cresset.model.Kind;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.seal.KeyStore;
import org.cresset.seal.Sealer;
import org.cresset.seal.StoredKey;
import org.cresset.text.Markdown;

/** Encrypts a document or an attachment to those who may read all of it. */
public final class Encrypting {
  private final Workspace workspace;

  public Encrypting(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * What comes of it.
   *
   * @param message armoured
   * @param readers user ids of the keys it is encrypted to, the team's last
   */
  public record Encrypted(byte[] message, List<String> readers) {
    public Encrypted {
      readers = List.copyOf(readers);
    }
  }

  /**
   * @param file in the content folder
   * @throws Failure if it isn't there, or can't be read far enough to know its readers, or a key is
   *     missing
   */
  public Encrypted encrypt(Path file, Instant asOf) {
    try (Collector collector = new Collector(workspace, new Markdown())) {
      Library library = collector.library(new Collector.AsTheyLie());
      Document document = document(library, file);
      List<Certificate> readers = new ArrayList<>();
      if (isOfOnePiece(document)) {
        Recipients recipients = new Recipients(library);
        document.marking().only().forEach(id -> readers.addAll(recipients.member(id)));
      }
      readers.add(team(library));
      return new Encrypted(
          new Sealer(readers, asOf).armoured(Files.readAllBytes(file)),
          readers.stream().map(Certificate::userId).toList());
    } catch (IOException e) {
      throw new Failure(Failure.Kind.ENVIRONMENT, "can't read " + file + ": " + e, "", e);
    }
  }

  /** Of what has narrower parts, or fields that are the team's, others may not read the source. */
  private static boolean isOfOnePiece(Document document) {
    return document.body().fences().isEmpty() && document.id().kind() != Kind.REPORT;
  }

  private Document document(Library library, Path file) {
    Path content = workspace.content().toAbsolutePath().normalize();
    Path wanted = file.toAbsolutePath().normalize();
    if (!wanted.startsWith(content) || !Files.isRegularFile(wanted)) {
      throw new Failure(
          Failure.Kind.USAGE,
          file + " is no file under " + workspace.content(),
          "name a document, or an attachment beside its index.md");
    }
    String path = content.relativize(wanted).toString();
    Document found =
        library.all().stream()
            .filter(d -> owns(library, d, path))
            .findFirst()
            .orElseThrow(() -> unknown(path));
    if (found.marking().classification() == Classification.CLASSIFIED) {
      throw new Failure(
          Failure.Kind.CONTENT,
          path + " is classified, which is not kept here in any form",
          "remove it from this repository and tell the team's head");
    }
    return found;
  }

  private static boolean owns(Library library, Document document, String path) {
    return document.path().equals(path)
        || (document.ownsFolder() && library.isAttachment(document.folder(), path));
  }

  private static Failure unknown(String path) {
    return new Failure(
        Failure.Kind.CONTENT,
        "who may read " + path + " can't be told from its front matter",
        "run: cresset check " + path);
  }

  private Certificate team(Library library) {
    KeyStore store = KeyStore.open(workspace.keys());
    Optional<StoredKey> chosen =
        store
            .choose(library.configuration().signing().key())
            .or(() -> store.list().stream().findFirst());
    return chosen
        .map(StoredKey::certificate)
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.KEY,
                "the team has no key to encrypt to",
                "copy it into " + workspace.keys() + ", or make one: cresset keys init"));
  }
}
