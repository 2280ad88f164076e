package org.cresset.feed.csaf;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Signer;
import org.cresset.edition.Site;
import org.cresset.edition.SiteWriter;
import org.cresset.edition.Team;
import org.cresset.json.Json;
import org.cresset.json.Members;

/**
 * What a trusted provider has beside its documents: its metadata, its key, and the documents listed
 * in a directory and in ROLIE feeds (CSAF 2.0, section 7.1).
 */
final class Provider {
  private static final String METADATA = "provider-metadata.json";

  private final Edition edition;
  private final Site site;
  private final List<Article> listed;
  private final String inputs;

  /**
   * @param listed the advisories that have documents, at least one
   * @param inputs a digest of these, the site and the audience
   */
  Provider(Edition edition, List<Article> listed, String inputs) {
    this.edition = edition;
    this.site = edition.site();
    this.listed = listed;
    this.inputs = inputs;
  }

  void write(SiteWriter out) {
    keys()
        .forEach((fingerprint, key) ->
            out.write(Csaf.FOLDER + keyName(fingerprint), key.getBytes(StandardCharsets.US_ASCII)));
    new Directory(listed, inputs).write(out);
    List<Rolie> feeds = feeds();
    feeds.forEach(feed -> {
      signed(out, feed.feedName(), feed::feed);
      signed(out, feed.categoryName(), feed::categories);
    });
    signed(out, Rolie.SERVICE, () -> Rolie.service(site, feeds));
    signed(out, METADATA, () -> metadata(feeds));
  }

  private void signed(SiteWriter out, String name, Supplier<Members> json) {
    Supplier<byte[]> content = () -> Json.pretty(json.get()).getBytes(StandardCharsets.UTF_8);
    out.write(Csaf.FOLDER + name, inputs, content);
    out.sign(Csaf.FOLDER + name);
  }

  /** One for each label that a document has. */
  private List<Rolie> feeds() {
    TreeSet<String> labels = new TreeSet<>(Comparator.reverseOrder());
    listed.forEach(a -> labels.add(Csaf.label(a.label().tlp())));
    return labels.stream()
        .map(label ->
            new Rolie(
                site,
                label,
                listed.stream().filter(a -> Csaf.label(a.label().tlp()).equals(label)).toList()))
        .toList();
  }

  /** The keys that signed or will sign, by fingerprint; the one that signs now first. */
  private Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    Signer signer = site.signer();
    if (!signer.publicKey().isEmpty()) {
      keys.put(signer.fingerprint(), signer.publicKey());
    }
    signer.keys().forEach(k -> keys.putIfAbsent(k.fingerprint(), k.publicKey()));
    return keys;
  }

  private static String keyName(String fingerprint) {
    return "openpgp/" + fingerprint.toLowerCase(Locale.ROOT) + ".asc";
  }

  private Members metadata(List<Rolie> feeds) {
    String folder = site.url() + Csaf.FOLDER;
    Members rolie =
        new Members()
            .with("categories", feeds.stream().map(f -> folder + f.categoryName()).toList())
            .with("feeds", feeds.stream().map(Rolie::reference).toList())
            .with("services", List.of(folder + Rolie.SERVICE));
    boolean open = edition.audience().isPublic();
    return new Members()
        .with("canonical_url", folder + METADATA)
        .with(
            "distributions",
            List.of(
                new Members().with("directory_url", folder), new Members().with("rolie", rolie)))
        .with("last_updated", Rolie.newest(listed))
        .with("list_on_CSAF_aggregators", open)
        .with("metadata_version", Csaf.VERSION)
        .with("mirror_on_CSAF_aggregators", open)
        .with(
            "public_openpgp_keys",
            keys().keySet().stream()
                .map(f -> new Members().with("fingerprint", f).with("url", folder + keyName(f)))
                .toList())
        .with("publisher", publisher(site))
        .with("role", "csaf_trusted_provider");
  }

  /** Who issues the documents (section 3.2.1.8). */
  static Members publisher(Site site) {
    Team team = site.team();
    String phone = team.phone().map(p -> ", telephone " + p).orElse("");
    return new Members()
        .with("category", team.category())
        .with("contact_details", team.email() + phone)
        .with("name", team.name())
        .with("namespace", team.namespace().orElse(site.url()));
  }
}
