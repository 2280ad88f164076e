package org.cresset.edition;

import java.util.List;

/**
 * The team's key as mail programs look for it (Web Key Directory).
 *
 * @param domain of the mail address, in lower case
 * @param name z-base-32 of the SHA-1 of the address's local part
 * @param key the public key with this address alone, binary, in Base64
 */
public record WebKey(String domain, String name, String key) {
  private static final String ROOT = ".well-known/openpgpkey/";

  /** Where the key lies: for the advanced method and for the direct one. */
  public List<String> keyPaths() {
    return List.of(ROOT + domain + "/hu/" + name, ROOT + "hu/" + name);
  }

  /** Where a policy file must be, which may be empty. */
  public List<String> policyPaths() {
    return List.of(ROOT + domain + "/policy", ROOT + "policy");
  }
}
