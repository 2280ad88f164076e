package org.cresset.feed;

import java.util.List;
import java.util.Locale;
import org.cresset.edition.TeamKey;
import org.cresset.json.Json;
import org.cresset.json.Members;

/** The team's keys with the times they served, as programs read them; signed. */
final class KeyList {
  static final String PATH = "keys/index.json";

  private KeyList() {}

  /**
   * @param keys the newest first
   */
  static String of(List<TeamKey> keys) {
    return Json.pretty(new Members().with("keys", keys.stream().map(KeyList::key).toList()));
  }

  private static Members key(TeamKey key) {
    return new Members()
        .with("file", key.path())
        .with("fingerprint", key.fingerprint())
        .with("from", key.from())
        .with("standing", key.standing().name().toLowerCase(Locale.ROOT))
        .with("subkeys", key.parts().stream().map(KeyList::part).toList())
        .with("until", key.until())
        .with("user_id", key.userId());
  }

  private static Members part(TeamKey.Part part) {
    return new Members()
        .with("fingerprint", part.fingerprint())
        .with("from", part.from())
        .with("until", part.until());
  }
}
