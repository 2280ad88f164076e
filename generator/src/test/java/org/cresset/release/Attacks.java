package org.cresset.release;

import static org.cresset.release.Scene.NOW;
import static org.cresset.release.Scene.TEXT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.cresset.release.Finding.Kind;
import org.cresset.testkit.Tool;

/** All that is tried on a signed tree, and is seen offline with a known key. */
final class Attacks {
  private static final String LIST = "SHA256SUMS";

  private Attacks() {}

  static List<Attack> all() {
    List<Attack> all = new ArrayList<>();
    all.addAll(onFiles());
    all.addAll(onNames());
    all.addAll(onTheManifest());
    all.addAll(onTheSignature());
    all.addAll(byKeys());
    all.addAll(byMixing());
    return all;
  }

  private static List<Attack> onFiles() {
    return List.of(
        Attack.of(
            "a page is altered",
            Kind.ALTERED,
            (t, s) -> Files.writeString(t.resolve("index.html"), "<p>Forged</p>\n")),
        Attack.of(
            "one letter of an advisory is altered",
            Kind.ALTERED,
            (t, s) ->
                Files.writeString(
                    t.resolve(TEXT), Files.readString(t.resolve(TEXT)).replace("patch", "match"))),
        Attack.of(
            "a file is cut short",
            Kind.ALTERED,
            (t, s) -> Files.writeString(t.resolve("feed.atom"), "<feed")),
        Attack.of(
            "a file is emptied",
            Kind.ALTERED,
            (t, s) -> Files.write(t.resolve("feed.atom"), new byte[0])),
        Attack.of(
            "a line feed is added to a file",
            Kind.ALTERED,
            (t, s) -> Files.writeString(t.resolve(TEXT), Files.readString(t.resolve(TEXT)) + "\n")),
        Attack.of(
            "the lines of a text end with CR LF",
            Kind.ALTERED,
            (t, s) ->
                Files.writeString(
                    t.resolve(TEXT), Files.readString(t.resolve(TEXT)).replace("\n", "\r\n"))),
        Attack.of(
            "a file is dropped", Kind.MISSING, (t, s) -> Files.delete(t.resolve("feed.atom"))),
        Attack.of(
            "an advisory's signature is dropped",
            Kind.MISSING,
            (t, s) -> Files.delete(t.resolve(TEXT + ".asc"))),
        Attack.of(
            "two files are swapped",
            Kind.ALTERED,
            (t, s) -> {
              Files.move(t.resolve("index.html"), t.resolve("x"));
              Files.move(t.resolve("feed.atom"), t.resolve("index.html"));
              Files.move(t.resolve("x"), t.resolve("feed.atom"));
            }),
        Attack.of(
            "a file is put under another name",
            Kind.MISSING,
            (t, s) -> Files.move(t.resolve("feed.atom"), t.resolve("news.atom"))),
        Attack.of(
            "the published key is another one",
            Kind.ALTERED,
            (t, s) ->
                Files.writeString(t.resolve("keys/team.asc"), s.thief.certificate().armoured())));
  }

  private static List<Attack> onNames() {
    return List.of(
        Attack.of(
            "a page is added",
            Kind.ADDED,
            (t, s) -> Files.writeString(t.resolve("extra.html"), "x")),
        Attack.of(
            "a hidden file is added",
            Kind.ADDED,
            (t, s) -> Files.writeString(t.resolve(".htaccess"), "Redirect / /x")),
        Attack.of(
            "a file is added in a new folder",
            Kind.ADDED,
            (t, s) ->
                Files.writeString(
                    Files.createDirectories(t.resolve("a/b")).resolve("index.html"), "x")),
        Attack.of(
            "a file is added that differs only in case",
            Kind.ADDED,
            (t, s) -> Files.writeString(t.resolve("INDEX.html"), "x")),
        Attack.of(
            "a name with a line feed is added",
            Kind.ADDED,
            (t, s) -> Files.writeString(t.resolve("a\nindex.html"), "x")),
        Attack.of(
            "a name that only looks the same is added",
            Kind.ADDED,
            (t, s) -> Files.writeString(t.resolve("ind\u0435x.html"), "x")),
        Attack.of(
            "a file is replaced by a link to the same bytes",
            Kind.SPECIAL,
            (t, s) -> {
              Files.move(t.resolve("index.html"), s.dir.resolve("moved" + t.getFileName()));
              Files.createSymbolicLink(
                  t.resolve("index.html"), s.dir.resolve("moved" + t.getFileName()));
            }),
        Attack.of(
            "a folder is replaced by a link",
            Kind.SPECIAL,
            (t, s) -> {
              Path away = s.dir.resolve("folder" + t.getFileName());
              Files.move(t.resolve("advisories"), away);
              Files.createSymbolicLink(t.resolve("advisories"), away);
            }),
        Attack.of(
            "a link is added",
            Kind.SPECIAL,
            (t, s) -> Files.createSymbolicLink(t.resolve("etc"), Path.of("advisories"))),
        Attack.of(
            "a pipe is added",
            Kind.SPECIAL,
            (t, s) -> Tool.run(t, Map.of(), List.of("mkfifo", "pipe"))));
  }

  private static List<Attack> onTheManifest() {
    return List.of(
        manifest("the manifest says another release", m -> m.replace("release: 3", "release: 9")),
        manifest(
            "the manifest is said to be valid longer",
            m -> m.replaceFirst("valid-until: \\d{4}", "valid-until: 2199")),
        manifest(
            "the manifest's hash of a file is changed",
            m -> m.replaceFirst("[0-9a-f]{8}  i", "00000000  i")),
        manifest(
            "a line of the manifest is left out", m -> m.replaceFirst("(?m)^.*feed.atom\n", "")),
        manifest("the manifest's lines end with CR LF", m -> m.replace("\n", "\r\n")),
        manifest("the manifest ends with a line feed more", m -> m + "\n"),
        manifest("the manifest is empty", m -> ""),
        Attack.of(
            "the manifest is a link",
            Kind.UNREADABLE,
            (t, s) -> {
              Path away = s.dir.resolve("list" + t.getFileName());
              Files.move(t.resolve(LIST), away);
              Files.createSymbolicLink(t.resolve(LIST), away);
            }),
        Attack.of(
            "the manifest is dropped", Kind.UNREADABLE, (t, s) -> Files.delete(t.resolve(LIST))));
  }

  private interface Edit {
    String of(String manifest);
  }

  private static Attack manifest(String what, Edit edit) {
    return Attack.of(
        what,
        Kind.SIGNATURE,
        (t, s) -> {
          String before = Scene.manifest(t);
          if (edit.of(before).equals(before)) {
            throw new AssertionError("nothing was changed: " + what);
          }
          Scene.manifest(t, edit.of(before));
        });
  }

  private static List<Attack> onTheSignature() {
    return List.of(
        Attack.of(
            "the signature is dropped",
            Kind.UNREADABLE,
            (t, s) -> Files.delete(t.resolve(LIST + ".asc"))),
        signature("the signature is empty", (t, s) -> new byte[0]),
        signature(
            "the signature stands twice",
            (t, s) -> {
              String one = Files.readString(t.resolve(LIST + ".asc"));
              return (one + one).getBytes(StandardCharsets.US_ASCII);
            }),
        signature(
            "the signature is that of another file",
            (t, s) -> Files.readAllBytes(t.resolve(TEXT + ".asc"))),
        signature(
            "a message that carries its own text stands in the signature's place",
            (t, s) -> s.forger(s.publisher.key).inline(Scene.manifestBytes(t), s.NOW)),
        signature(
            "a cleartext message stands in the signature's place",
            (t, s) -> s.publisher.key.signCleartext(Scene.manifest(t), s.EARLIER)),
        signature(
            "the public key stands in the signature's place",
            (t, s) -> s.key().armoured().getBytes(StandardCharsets.US_ASCII)));
  }

  private interface Made {
    byte[] of(Path tree, Scene scene) throws Exception;
  }

  private static Attack signature(String what, Made made) {
    return Attack.of(what, Kind.SIGNATURE, (t, s) -> Scene.signature(t, made.of(t, s)));
  }

  private static List<Attack> byKeys() {
    return List.of(
        signature(
            "another key of the same name signs",
            (t, s) -> s.thief.sign(Scene.manifestBytes(t), s.EARLIER)),
        Attack.of(
            "all is forged, with a key of the same name beside it",
            Kind.SIGNATURE,
            (t, s) -> {
              Path key = t.resolve("keys/team.asc");
              String before = Disk.sha256(key);
              Files.writeString(key, s.thief.certificate().armoured());
              Scene.manifest(t, Scene.manifest(t).replace(before, Disk.sha256(key)));
              Scene.signature(t, s.thief.sign(Scene.manifestBytes(t), s.EARLIER));
            }),
        signature(
                "the key signs after it has expired",
                (t, s) ->
                    s.forger(s.expired)
                        .detached(Scene.manifestBytes(t), HashAlgorithmTags.SHA512, s.EARLIER, 0))
            .before(s -> s.expired.certificate()),
        Attack.of("the key was revoked", Kind.SIGNATURE, (t, s) -> {}).before(Scene::revokedKey),
        signature(
            "the signature itself has expired",
            (t, s) ->
                s.forger(s.publisher.key)
                    .detached(Scene.manifestBytes(t), HashAlgorithmTags.SHA512, s.EARLIER, 60)),
        signature(
            "the signature is over SHA-1",
            (t, s) ->
                s.forger(s.publisher.key)
                    .detached(Scene.manifestBytes(t), HashAlgorithmTags.SHA1, s.EARLIER, 0)),
        signature(
            "the signature is dated ahead",
            (t, s) ->
                s.forger(s.publisher.key)
                    .detached(
                        Scene.manifestBytes(t),
                        HashAlgorithmTags.SHA512,
                        NOW.plusSeconds(86_400),
                        0)));
  }

  private static List<Attack> byMixing() {
    return List.of(
        Attack.of(
            "one file is that of an earlier release",
            Kind.ALTERED,
            (t, s) -> copy(s.release("public", 2), t, TEXT)),
        Attack.of(
            "an advisory and its signature are those of an earlier release",
            Kind.ALTERED,
            (t, s) -> {
              copy(s.release("public", 2), t, TEXT);
              copy(s.release("public", 2), t, TEXT + ".asc");
            }),
        Attack.of(
            "the manifest and its signature are those of an earlier release",
            Kind.ALTERED,
            (t, s) -> {
              copy(s.release("public", 2), t, LIST);
              copy(s.release("public", 2), t, LIST + ".asc");
            }),
        Attack.of(
            "only the signature is that of an earlier release",
            Kind.SIGNATURE,
            (t, s) -> copy(s.release("public", 2), t, LIST + ".asc")),
        Attack.of(
            "a file of another edition under the same key is added",
            Kind.ADDED,
            (t, s) -> Files.copy(s.release("staff", 1).resolve(TEXT), t.resolve("internal.txt"))),
        new Attack(
            "another edition under the same key is served",
            (t, s) -> s.copy(s.release("staff", 1)),
            Scene::key,
            0,
            Kind.EDITION),
        new Attack(
                "an earlier release is served to a reader who saw a later one",
                (t, s) -> s.copy(s.release("public", 2)),
                Scene::key,
                0,
                Kind.ROLLBACK)
            .after(3));
  }

  private static void copy(Path from, Path to, String path) throws Exception {
    Files.copy(from.resolve(path), to.resolve(path), StandardCopyOption.REPLACE_EXISTING);
  }
}
