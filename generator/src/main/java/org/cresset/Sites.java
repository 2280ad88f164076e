package org.cresset;

import org.cresset.document.Configuration;
import org.cresset.edition.Signer;
import org.cresset.edition.Site;

/** The facts that all editions share, from {@code cresset.yaml} and the signing key. */
final class Sites {
  private Sites() {}

  static Site of(Configuration configuration, Signer signer) {
    Configuration.SiteOptions options = configuration.site();
    return new Site(
        options.url(),
        options.lang(),
        options.historyUrl(),
        options.archiveUrl(),
        options.securityTxtExpires(),
        configuration.team(),
        signer);
  }

  /** Stands in where nothing is signed: in checks and previews. */
  static Signer nobody() {
    return new Signer("0".repeat(40), "nobody", true, "");
  }
}
