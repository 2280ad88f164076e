package org.cresset.git;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Commits and annotated tags with a signature over their raw payload.
 *
 * @param date of author, committer and tagger, in UTC
 * @param signer makes an armoured detached signature
 */
record SignedObjects(String name, String email, Instant date, Function<byte[], String> signer) {

  byte[] commit(Id tree, Optional<Id> parent, String message) {
    String head =
        "tree "
            + tree
            + parent.map(id -> "\nparent " + id).orElse("")
            + "\nauthor "
            + person()
            + "\ncommitter "
            + person()
            + "\n";
    String signature = signer.apply(bytes(head + "\n" + ended(message))).strip();
    String header = "gpgsig " + signature.replace("\r", "").replace("\n", "\n ") + "\n";
    return bytes(head + header + "\n" + ended(message));
  }

  byte[] tag(Id commit, String tag, String message) {
    String payload =
        "object "
            + commit
            + "\ntype commit\ntag "
            + tag
            + "\ntagger "
            + person()
            + "\n\n"
            + ended(message);
    return bytes(payload + ended(signer.apply(bytes(payload)).strip().replace("\r", "")));
  }

  private String person() {
    return plain(name) + " <" + plain(email) + "> " + date.getEpochSecond() + " +0000";
  }

  /** Without the characters that have a meaning in the line. */
  private static String plain(String text) {
    return text.replaceAll("[<>\\p{Cntrl}]", "").strip();
  }

  private static String ended(String text) {
    return text.endsWith("\n") ? text : text + "\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
