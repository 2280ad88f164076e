package org.cresset.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.ShownVersions;
import org.cresset.edition.Site;
import org.cresset.edition.SiteWriter;
import org.cresset.model.Kind;
import org.cresset.model.Status;

/**
 * What programs look for at fixed places: {@code robots.txt} (RFC 9309) in every edition; {@code
 * sitemap.xml} and {@code .well-known/security.txt} (RFC 9116) in the public one.
 */
final class SiteFiles {
  /** The policy with this keyword is the one that security.txt names. */
  private static final String POLICY = "coordinated disclosure";

  private final Edition edition;
  private final Site site;

  SiteFiles(Edition edition) {
    this.edition = edition;
    this.site = edition.site();
  }

  void write(SiteWriter out) {
    String versions = ShownVersions.list(edition);
    if (!versions.isEmpty()) {
      out.write(ShownVersions.PATH, bytes(versions));
    }
    if (!edition.audience().isPublic()) {
      out.write("robots.txt", bytes("User-agent: *\nDisallow: /\n"));
      return;
    }
    out.write(
        "robots.txt", bytes("User-agent: *\nAllow: /\nSitemap: " + site.url() + "sitemap.xml\n"));
    out.write("sitemap.xml", bytes(sitemap()));
    site.securityTxtExpires()
        .ifPresent(expires -> {
          out.writeSigned(".well-known/security.txt", securityTxt(expires.toString()));
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Every document and the lists of each kind (sitemaps.org, protocol 0.9). */
  private String sitemap() {
    Xml xml = new Xml();
    xml.open("urlset", "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    url(xml, "index.html", Optional.empty());
    for (Kind kind : List.of(Kind.ADVISORY, Kind.REPORT, Kind.NOTICE, Kind.POLICY, Kind.TERM)) {
      if (!edition.of(kind).isEmpty()) {
        url(xml, kind.folder() + "/index.html", Optional.empty());
      }
    }
    edition.articles().values().stream()
        .sorted(Comparator.comparing(Article::path))
        .forEach(a -> url(xml, a.path(), Optional.of(a.versions().current().toString())));
    xml.close("urlset");
    return xml.toString();
  }

  private void url(Xml xml, String path, Optional<String> changed) {
    xml.open("url");
    xml.text("loc", site.url() + path);
    changed.ifPresent(time -> xml.text("lastmod", time));
    xml.close("url");
  }

  private String securityTxt(String expires) {
    List<String> lines = new ArrayList<>();
    if (!edition.of(Kind.ADVISORY).isEmpty()) {
      lines.add("CSAF: " + site.url() + ".well-known/csaf/provider-metadata.json");
    }
    lines.add("Contact: mailto:" + site.team().email());
    site.team().phone().ifPresent(p -> lines.add("Contact: tel:" + p.replaceAll("[^0-9+]+", "-")));
    lines.add("Expires: " + expires);
    lines.add("Encryption: " + site.url() + "keys/team.asc");
    lines.add("Preferred-Languages: " + site.lang());
    lines.add("Canonical: " + site.url() + ".well-known/security.txt");
    policy().ifPresent(p -> lines.add("Policy: " + site.url() + p.path()));
    return String.join("\n", lines) + "\n";
  }

  private Optional<Article> policy() {
    return edition.of(Kind.POLICY).stream()
        .filter(p -> p.status() != Status.RETIRED && p.status() != Status.DRAFT)
        .filter(p -> p.keywords().stream().anyMatch(k -> k.toLowerCase(Locale.ROOT).equals(POLICY)))
        .findFirst();
  }
}
