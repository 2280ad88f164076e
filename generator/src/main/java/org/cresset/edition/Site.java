package org.cresset.edition;

import java.time.Instant;
import java.util.Optional;

/**
 * What all editions share.
 *
 * @param url where the public edition is served, ending with a slash
 * @param lang BCP 47 tag
 * @param historyUrl where the history repository can be cloned from, if it can
 * @param archiveUrl where the whole edition lies as one archive, if it does
 */
public record Site(
    String url,
    String lang,
    Optional<String> historyUrl,
    Optional<String> archiveUrl,
    Optional<Instant> securityTxtExpires,
    Team team,
    Signer signer) {
  /** The same, signed with the keys as one edition knows them. */
  public Site signedBy(Signer other) {
    return new Site(url, lang, historyUrl, archiveUrl, securityTxtExpires, team, other);
  }
}
