package org.cresset.wall;

import java.io.IOException;
import java.util.List;
import org.cresset.wall.LeakyBase.Known;
import org.cresset.wall.LeakyBase.Secret;

/** Faults that let something through the wall, at least one for each channel. */
final class Leaks {
  private static final String ADVISORY = "advisories/2026/csa-2026-k7f3/index.html";
  private static final String LIST = "advisories/index.html";
  private static final String TERM = "glossary/relay/index.html";

  private Leaks() {}

  /** What a fault does to a finished site, given what it should not know. */
  interface Fault {
    void spoil(LeakySite site, Known known) throws IOException;
  }

  /** What it does for each private document. */
  interface Each {
    void spoil(LeakySite site, Secret secret) throws IOException;
  }

  /** One fault; {@code channel} and {@code what} are its row in the table. */
  record Leak(String channel, String what, Fault fault) {
    @Override
    public String toString() {
      return channel + ": " + what;
    }
  }

  private static Leak leak(String channel, String what, Fault fault) {
    return new Leak(channel, what, fault);
  }

  private static Leak each(String channel, String what, Each each) {
    return new Leak(
        channel,
        what,
        (site, known) -> {
          for (Secret secret : known.secrets()) {
            each.spoil(site, secret);
          }
        });
  }

  static final List<Leak> ALL =
      List.of(
          each(
              "references",
              "a link to a private page",
              (s, x) -> s.add(ADVISORY, "<a href=\"../../../" + x.path() + "\">more</a>")),
          each(
              "references",
              "the destination of a dangling link",
              (s, x) -> s.add(ADVISORY, "<a href=\"" + x.id() + ".md\">more</a>")),
          each(
              "references",
              "a backlink from a private report",
              (s, x) -> s.add(ADVISORY, "<p>Seen in " + x.id() + "</p>")),
          each(
              "references",
              "a redirect to a private page",
              (s, x) -> s.write(x.path(), "<meta http-equiv=\"refresh\" content=\"0; url=/\">")),
          each(
              "references",
              "a former address of a private document",
              (s, x) ->
                  s.write(
                      "glossary/" + x.keyword() + "/index.html",
                      "<meta http-equiv=\"refresh\" content=\"0; url=../../index.html\">")),
          each(
              "references",
              "an alias of a private document",
              (s, x) -> s.add(LIST, "<p>" + x.keyword() + "</p>")),
          each(
              "references",
              "the title of a related document",
              (s, x) -> s.add(ADVISORY, "<p>Related: " + x.title() + "</p>")),
          each(
              "references",
              "a private term explained where its word occurs",
              (s, x) -> s.add(TERM, "<span role=\"tooltip\">" + x.text() + "</span>")),
          leak(
              "references",
              "the next document is a private one",
              (s, k) ->
                  s.add(TERM, k.secrets().isEmpty() ? "" : "<a rel=\"next\" href=\"#\">next</a>")),
          leak(
              "references",
              "the document before is not the one that readers see",
              (s, k) -> s.add(TERM, "<a rel=\"prev\" href=\"../d" + k.count() + "/\">before</a>")),
          leak(
              "counts and order",
              "ids given in sequence over all documents",
              (s, k) -> s.replace(LIST, "csa-2026-k7f3", "csa-2026-" + k.count())),
          leak(
              "counts and order",
              "a gap in the numbers of a list",
              (s, k) ->
                  s.add(LIST, "<ol><li value=\"" + (k.secrets().size() + 1) + "\">x</li></ol>")),
          leak(
              "counts and order",
              "a suffix, since a private document has the address",
              (s, k) ->
                  s.move(
                      TERM,
                      "glossary/relay" + (k.secrets().isEmpty() ? "" : "-2") + "/index.html")),
          leak(
              "counts and order",
              "pages of a list counted over all documents",
              (s, k) -> s.add(LIST, "<p>Page 1 of " + (k.count() / 4) + "</p>")),
          leak(
              "counts and order",
              "a total over all documents",
              (s, k) -> s.add("index.html", "<p>" + k.count() + " documents</p>")),
          each(
              "counts and order",
              "a keyword that only private documents have",
              (s, x) -> s.add("index.html", "<p>" + x.keyword() + "</p>")),
          each(
              "counts and order",
              "a month in which only private documents are dated",
              (s, x) ->
                  s.write("advisories/month-" + x.date().substring(5, 7) + "/index.html", "")),
          leak(
              "counts and order",
              "statistics over private incidents",
              (s, k) -> s.add("index.html", "<td>" + k.secrets().size() + "</td>")),
          leak(
              "counts and order",
              "a release number that counts every change",
              (s, k) ->
                  s.replace(
                      "SHA256SUMS", "# release: 2", "# release: " + (2 + k.secrets().size()))),
          each(
              "counts and order",
              "a line of the manifest for what was left out",
              (s, x) -> s.add("SHA256SUMS", "# withheld")),
          leak(
              "counts and order",
              "a list in the order of all documents",
              (s, k) -> s.add(LIST, k.secrets().isEmpty() ? "<p>a, b</p>" : "<p>b, a</p>")),
          each("index", "a term of a private document", (s, x) -> s.shard(x.keyword())),
          leak(
              "index",
              "in how many documents a term occurs",
              (s, k) -> s.shard("[\"gateway\"," + k.count() + "]")),
          leak(
              "index",
              "a score by the mean length of all documents",
              (s, k) -> s.shard(String.valueOf(1.0 / k.count()))),
          leak(
              "index",
              "numbers of documents in the whole collection",
              (s, k) -> s.shard("[" + k.secrets().size() + ",4]")),
          each("index", "a suggestion", (s, x) -> s.shard("\"" + x.title() + "\"")),
          each("index", "a value to filter by", (s, x) -> s.shard(x.date())),
          each(
              "feeds",
              "an entry in Atom",
              (s, x) -> s.add("feed.atom", "<entry><title>" + x.title() + "</title></entry>")),
          leak(
              "feeds",
              "the time of the newest private document in Atom",
              (s, k) ->
                  s.add("feed.atom", k.secrets().isEmpty() ? "" : k.secrets().getFirst().date())),
          each("feeds", "an item in JSON Feed", (s, x) -> s.add("feed.json", x.id())),
          each(
              "feeds",
              "an entry in ROLIE",
              (s, x) -> s.add(".well-known/csaf/feed-tlp-white.json", x.id())),
          leak(
              "feeds",
              "a date in the sitemap",
              (s, k) -> s.add("sitemap.xml", "<lastmod>" + k.count() + "</lastmod>")),
          each(
              "feeds",
              "a private path that robots are told to keep away from",
              (s, x) -> s.add("robots.txt", "Disallow: /" + x.path())),
          each(
              "feeds",
              "a line in CSAF's index.txt",
              (s, x) -> s.add(".well-known/csaf/index.txt", "2026/" + x.id() + ".json")),
          each(
              "feeds",
              "a line in CSAF's changes.csv",
              (s, x) ->
                  s.add(".well-known/csaf/changes.csv", "\"2026/x.json\",\"" + x.date() + "\"")),
          each(
              "feeds",
              "a record in the archive of OSV",
              (s, x) -> s.write("osv/all.zip", "x_" + x.id() + ".json")),
          each(
              "feeds",
              "a key of a private correspondent in the key directory",
              (s, x) -> s.write(".well-known/openpgpkey/hu/" + x.id().replace("-", ""), "key")),
          each(
              "history",
              "a passage in a difference between versions",
              (s, x) -> s.add(ADVISORY, "<del>" + x.text() + "</del>")),
          each(
              "history",
              "a version of a private document in the list of versions shown",
              (s, x) -> s.add("versions.txt", "0".repeat(32) + "  reports/" + x.id() + " 1")),
          leak(
              "history",
              "the id of a commit of the source",
              (s, k) -> s.add(ADVISORY, "<!-- " + Integer.toHexString(k.hashCode()) + " -->")),
          leak(
              "history",
              "the message of a commit",
              (s, k) ->
                  s.commit("Release, with " + k.secrets().size() + " withheld", "2026-10-16")),
          leak(
              "history",
              "who worked on it",
              (s, k) -> s.add(ADVISORY, k.secrets().isEmpty() ? "" : "<p>by the night shift</p>")),
          leak(
              "history",
              "the date of a private commit",
              (s, k) -> s.commit("Release", "2026-10-1" + k.secrets().size())),
          leak(
              "files",
              "a file written anew for a private change",
              (s, k) -> {
                if (!k.secrets().isEmpty()) {
                  s.rewrite(TERM);
                }
              }),
          leak(
              "files",
              "a mode",
              (s, k) -> s.mode(TERM, k.secrets().isEmpty() ? "rw-r--r--" : "rw-r-----")),
          leak(
              "files",
              "the order of files in the archive",
              (s, k) -> s.archive(k.secrets().size(), 0)),
          leak("files", "the size of the archive", (s, k) -> s.archive(0, k.secrets().size())),
          each(
              "files",
              "a comment inside an image",
              (s, x) -> s.write("assets/photo.jpg", "Exif " + x.title())),
          each(
              "files",
              "the title inside a PDF file",
              (s, x) -> s.write("assets/paper.pdf", "/Title (" + x.title() + ")")),
          each(
              "files",
              "metadata of an SVG drawing",
              (s, x) -> s.add("assets/icon.svg", "<metadata>" + x.keyword() + "</metadata>")),
          each(
              "files",
              "an attachment named after a case",
              (s, x) -> s.write("assets/" + x.id() + ".txt", "log")),
          each(
              "files",
              "an attachment that nothing visible links to",
              (s, x) -> s.write("advisories/2026/csa-2026-k7f3/unused.txt", "log")),
          each("files", "an empty folder", (s, x) -> s.folder("reports/" + x.id())),
          each(
              "process",
              "a path of a private file in a warning",
              (s, x) -> s.say("content/" + x.id() + ".md:1:1: warning")),
          leak("process", "a count in the summary", (s, k) -> s.print(k.count() + " documents")),
          leak(
              "process",
              "an error about a private document",
              (s, k) -> s.say(k.secrets().isEmpty() ? "" : "1 error in what is not shown")),
          leak("process", "the exit status", (s, k) -> s.exit(k.secrets().isEmpty() ? 0 : 1)),
          leak(
              "process",
              "a release though nothing visible changed",
              (s, k) -> {
                if (!k.secrets().isEmpty()) {
                  s.write("releases/2/SHA256SUMS", "again");
                }
              }),
          leak(
              "process",
              "no release though something visible changed",
              (s, k) -> {
                if (!k.secrets().isEmpty()) {
                  s.remove("releases/1/SHA256SUMS");
                }
              }),
          leak(
              "process",
              "the date of a release taken from a private document",
              (s, k) -> s.add("SHA256SUMS", "# date: 2026-10-1" + k.secrets().size())));
}
