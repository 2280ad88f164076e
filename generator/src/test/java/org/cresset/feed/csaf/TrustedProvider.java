package org.cresset.feed.csaf;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.cresset.seal.Certificate;
import org.cresset.seal.Verifier;

/**
 * The twenty requirements that CSAF 2.0 has for trusted providers (section 7.1), each tried on what
 * is found, with what can be known without a network: what the server adds (TLS, access, DNS) is
 * tried as far as addresses and labels go. Written from the standard, not from the program.
 */
final class TrustedProvider {
  private final Found found;
  private final boolean open;
  private final Instant now;
  private final List<String> faults = new ArrayList<>();

  private TrustedProvider(Found found, boolean open, Instant now) {
    this.found = found;
    this.open = open;
    this.now = now;
  }

  /**
   * What is wrong, each with the number of the requirement.
   *
   * @param open whether anybody can read it
   */
  static List<String> faults(Found found, boolean open, Instant now) {
    TrustedProvider provider = new TrustedProvider(found, open, now);
    provider.documents();
    provider.metadata();
    provider.directory();
    provider.rolie();
    provider.trust();
    return provider.faults;
  }

  private void expect(int requirement, boolean holds, String what) {
    if (!holds) {
      faults.add(requirement + ": " + what);
    }
  }

  /** 1 to 6. */
  private void documents() {
    for (String file : found.documents()) {
      JsonNode document = found.document(file);
      expect(1, document.at("/document/csaf_version").asText().equals("2.0"), file);
      String id = document.at("/document/tracking/id").asText();
      String name = id.toLowerCase(Locale.ROOT).replaceAll("[^+\\-a-z0-9]+", "_") + ".json";
      expect(2, file.endsWith("/" + name), file);
      Found.each(document.at("/document/references"))
          .filter(r -> r.path("category").asText().equals("self"))
          .map(r -> r.path("url").asText())
          .forEach(self -> {
            expect(3, self.startsWith("https://"), file + " names " + self);
            expect(6, found.get(self).isPresent(), file + " names " + self);
          });
      String label = found.label(file);
      expect(4, Set.of("WHITE", "GREEN", "AMBER", "RED").contains(label), file + " " + label);
      expect(5, !open || label.equals("WHITE"), file + " for anybody, though " + label);
    }
  }

  /** 7 to 10. */
  private void metadata() {
    JsonNode metadata = found.metadata();
    String canonical = found.folder() + "provider-metadata.json";
    for (String member :
        List.of(
            "/canonical_url",
            "/last_updated",
            "/list_on_CSAF_aggregators",
            "/mirror_on_CSAF_aggregators",
            "/metadata_version",
            "/publisher/category",
            "/publisher/name",
            "/publisher/namespace",
            "/role")) {
      expect(7, !metadata.at(member).isMissingNode(), "no " + member);
    }
    expect(7, metadata.path("role").asText().equals("csaf_trusted_provider"), "role");
    expect(7, metadata.path("metadata_version").asText().equals("2.0"), "metadata_version");
    expect(7, metadata.path("last_updated").asText().endsWith("Z"), "last_updated");
    String first =
        found
            .text(found.url() + ".well-known/security.txt")
            .lines()
            .filter(l -> l.startsWith("CSAF:"))
            .findFirst()
            .orElse("");
    expect(8, !open || first.equals("CSAF: " + canonical), "security.txt says " + first);
    expect(9, metadata.path("canonical_url").asText().equals(canonical), "canonical_url");
    // 10: a name of the domain's serves the same file, which does not depend on where it is asked.
    expect(10, found.get(canonical).isPresent(), "nothing to serve");
  }

  /** 11 to 14. */
  private void directory() {
    List<String> files = found.documents();
    for (String file : files) {
      Instant initial =
          Instant.parse(
              found.document(file).at("/document/tracking/initial_release_date").asText());
      expect(11, initial.toString().startsWith(file.substring(0, 4)), file);
      String list = file.replaceFirst("/.*", "/index.html");
      String name = file.substring(5);
      expect(14, found.text(found.folder() + list).contains("href=\"" + name + "\""), file);
      String top = found.text(found.folder() + "index.html");
      expect(14, top.contains("href=\"" + list + "\""), "no " + list);
    }
    List<String> index = found.text(found.folder() + "index.txt").lines().toList();
    expect(12, new TreeSet<>(index).equals(new TreeSet<>(files)), "index.txt");
    changes(files);
    expect(
        11,
        Found.each(found.metadata().path("distributions"))
            .anyMatch(d -> d.path("directory_url").asText().equals(found.folder())),
        "no directory_url");
  }

  private void changes(List<String> files) {
    Set<String> seen = new TreeSet<>();
    Instant last = Instant.MAX;
    for (String line : found.text(found.folder() + "changes.csv").lines().toList()) {
      if (!line.matches("\"[^\"]+\",\"[^\"]+\"")) {
        expect(13, false, line);
        continue;
      }
      String file = line.split("\"")[1];
      Instant date = Instant.parse(line.split("\"")[3]);
      String current = found.document(file).at("/document/tracking/current_release_date").asText();
      expect(13, date.toString().equals(current), line);
      expect(13, !date.isAfter(last), "not the newest first: " + line);
      expect(13, seen.add(file), "twice: " + line);
      last = date;
    }
    expect(13, seen.equals(new TreeSet<>(files)), "changes.csv does not list the documents");
  }

  /** 15 to 17. */
  private void rolie() {
    Set<String> listed = new TreeSet<>();
    for (JsonNode said :
        Found.each(found.metadata().path("distributions"))
            .flatMap(d -> Found.each(d.at("/rolie/feeds")))
            .toList()) {
      JsonNode feed = found.json(said.path("url").asText()).path("feed");
      expect(15, feed.path("id").asText().matches("[a-zA-Z0-9+\\-_.]+"), "id of the feed");
      expect(15, feed.path("link").path(0).path("href").equals(said.path("url")), "self");
      for (JsonNode entry : feed.path("entry")) {
        String source = entry.at("/content/src").asText();
        String file = source.replace(found.folder(), "");
        expect(15, listed.add(file), "in two feeds: " + file);
        expect(15, found.get(source).isPresent(), "no " + source);
        entry(entry, file, source);
        expect(4, found.label(file).equals(said.path("tlp_label").asText()), file + " in " + said);
      }
    }
    expect(15, listed.equals(new TreeSet<>(found.documents())), "the feeds list " + listed);
    services();
  }

  private void entry(JsonNode entry, String file, String source) {
    JsonNode tracking = found.document(file).at("/document/tracking");
    expect(15, entry.path("id").equals(tracking.path("id")), file);
    expect(15, entry.path("updated").equals(tracking.path("current_release_date")), file);
    expect(15, entry.path("published").equals(tracking.path("initial_release_date")), file);
    for (String link : List.of("self ", "hash .sha256", "hash .sha512", "signature .asc")) {
      String rel = link.substring(0, link.indexOf(' '));
      String href = source + link.substring(link.indexOf(' ') + 1);
      expect(
          15,
          Found.each(entry.path("link"))
              .anyMatch(
                  l -> l.path("rel").asText().equals(rel) && l.path("href").asText().equals(href)),
          file + " has no " + rel + " " + href);
    }
  }

  private void services() {
    JsonNode rolie =
        Found.each(found.metadata().path("distributions"))
            .map(d -> d.path("rolie"))
            .filter(JsonNode::isObject)
            .findFirst()
            .orElse(found.metadata());
    Set<String> served = new TreeSet<>();
    Found.each(rolie.path("services"))
        .flatMap(s -> Found.each(found.json(s.asText()).at("/service/workspace")))
        .flatMap(w -> Found.each(w.path("collection")))
        .forEach(c -> served.add(c.path("href").asText()));
    expect(16, served.equals(new TreeSet<>(found.feeds())), "service: " + served);
    for (JsonNode category : rolie.path("categories")) {
      JsonNode terms = found.json(category.asText()).at("/categories/category");
      expect(17, terms.size() > 0 && terms.path(0).has("term"), category.asText());
    }
    expect(17, rolie.path("categories").size() == found.feeds().size(), "categories");
  }

  /** 18 to 20. */
  private void trust() {
    JsonNode key = found.metadata().path("public_openpgp_keys").path(0);
    byte[] armoured = found.get(key.path("url").asText()).orElse(new byte[0]);
    expect(20, armoured.length > 0, "no key at " + key.path("url"));
    if (armoured.length == 0) {
      return;
    }
    Certificate certificate = Certificate.parse(armoured);
    expect(20, certificate.fingerprint().equals(key.path("fingerprint").asText()), "fingerprint");
    Verifier verifier = new Verifier(certificate);
    for (String file : found.documents()) {
      byte[] content = found.get(found.folder() + file).orElseThrow();
      for (String algorithm : List.of("SHA-256", "SHA-512")) {
        String suffix = "." + algorithm.toLowerCase(Locale.ROOT).replace("-", "");
        String line = hash(algorithm, content) + "  " + file.substring(5) + "\n";
        expect(18, found.text(found.folder() + file + suffix).equals(line), file + suffix);
      }
      byte[] signature = found.get(found.folder() + file + ".asc").orElse(new byte[0]);
      expect(19, verifier.verify(content, signature, now).good(), file + ".asc");
    }
  }

  private static String hash(String algorithm, byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance(algorithm).digest(content);
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
