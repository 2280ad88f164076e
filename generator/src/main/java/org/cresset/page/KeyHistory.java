package org.cresset.page;

import java.util.List;
import java.util.Locale;
import org.cresset.edition.Paths;
import org.cresset.edition.Signer;
import org.cresset.edition.TeamKey;
import org.cresset.edition.WebKey;
import org.cresset.page.view.KeysView;

/** The page of keys: all that ever signed, with the times they served. */
final class KeyHistory {
  static final String PATH = "keys/index.html";

  private final Words words;

  KeyHistory(Words words) {
    this.words = words;
  }

  KeysView view(Signer signer) {
    return new KeysView(
        signer.publicKey(),
        signer.keys().stream().map(this::entry).toList(),
        signer.directory().map(WebKey::domain));
  }

  private KeysView.Entry entry(TeamKey key) {
    return new KeysView.Entry(
        Words.fingerprint(key.fingerprint()),
        key.userId(),
        key.standing().name().toLowerCase(Locale.ROOT),
        key.from().map(words::time),
        key.until().map(words::time),
        parts(key),
        Paths.relative(PATH, key.path()));
  }

  private List<KeysView.Part> parts(TeamKey key) {
    return key.parts().stream()
        .map(p ->
            new KeysView.Part(
                Words.fingerprint(p.fingerprint()),
                words.time(p.from()),
                p.until().map(words::time)))
        .toList();
  }
}
