package org.cresset.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cresset.edition.Asset;
import org.cresset.edition.Digests;
import org.cresset.edition.Edition;
import org.cresset.edition.Signer;

/** What is copied and not rendered: styles and scripts, attachments, the key, the script. */
final class StaticFiles {
  private final Edition edition;
  private final TemplateFiles files;

  StaticFiles(Edition edition, TemplateFiles files) {
    this.edition = edition;
    this.files = files;
  }

  List<Job> jobs() {
    List<Job> jobs = new ArrayList<>();
    files.assets().forEach((path, bytes) -> jobs.add(new Job(path, files.digest(), () -> bytes)));
    attachments().values().stream()
        .map(asset -> new Job(asset.path(), asset.sha256(), asset.content()))
        .forEach(jobs::add);
    keys().forEach((path, content) -> jobs.add(new Job(path, digest(content), () -> content)));
    script().ifPresent(b -> jobs.add(new Job("verify/verify.sh", Digests.of(text(b)), () -> b)));
    return jobs;
  }

  /** The key that signs, those that did or will, and the public edition's key directory. */
  private SortedMap<String, byte[]> keys() {
    Signer signer = edition.site().signer();
    SortedMap<String, byte[]> keys = new TreeMap<>();
    signer.keys().forEach(k -> keys.put(k.path(), bytes(k.publicKey())));
    keys.put("keys/team.asc", bytes(signer.publicKey()));
    if (edition.audience().isPublic()) {
      signer
          .directory()
          .ifPresent(d -> {
            d.keyPaths().forEach(p -> keys.put(p, Base64.getDecoder().decode(d.key())));
            d.policyPaths().forEach(p -> keys.put(p, new byte[0]));
          });
    }
    return keys;
  }

  private static String digest(byte[] content) {
    return Digests.of(Base64.getEncoder().encodeToString(content));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Each attachment once, though several links may lead to it. */
  private SortedMap<String, Asset> attachments() {
    SortedMap<String, Asset> attachments = new TreeMap<>();
    edition
        .articles()
        .values()
        .forEach(a -> a.assets().values().forEach(asset -> attachments.put(asset.path(), asset)));
    return attachments;
  }

  /** The script that readers check a release with, where the program has it. */
  static Optional<byte[]> script() {
    try (InputStream in =
        StaticFiles.class.getClassLoader().getResourceAsStream("release/verify.sh")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
