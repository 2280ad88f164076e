package org.cresset.gate;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.document.Attached;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.edition.Asset;
import org.cresset.marking.Marking;
import org.cresset.source.SourceFile;

/**
 * The attachments of a document that a reader may have: linked in visible text or listed, and
 * allowed.
 */
final class Assets {
  private final Library library;
  private final Reader reader;

  Assets(Library library, Reader reader) {
    this.library = library;
    this.reader = reader;
  }

  SortedMap<String, Asset> of(Document document, String page, SortedMap<String, String> linked) {
    SortedMap<String, Asset> assets = new TreeMap<>();
    if (!document.ownsFolder()) {
      return assets;
    }
    linked.forEach((destination, path) -> add(assets, document, page, destination, path));
    for (Attached entry : document.attachments()) {
      add(assets, document, page, entry.file(), document.folder() + entry.file());
    }
    return assets;
  }

  private void add(
      SortedMap<String, Asset> assets, Document document, String page, String key, String path) {
    SourceFile file = library.source().files().get(path);
    if (file == null || !library.isAttachment(document.folder(), path)) {
      return;
    }
    String name = path.substring(document.folder().length());
    Optional<Attached> entry =
        document.attachments().stream().filter(a -> a.file().equals(name)).findFirst();
    Marking marking = entry.flatMap(Attached::marking).orElse(document.marking());
    if (!reader.mayRead(marking)) {
      return;
    }
    assets.put(
        key,
        new Asset(
            name,
            entry.flatMap(Attached::title).orElse(name),
            page.substring(0, page.lastIndexOf('/') + 1) + name,
            document.marking().label().with(marking.label()),
            sha256(file.content()),
            file::content));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
