package org.cresset.release;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cresset.seal.Verdict;
import org.cresset.seal.Verifier;

/**
 * All keys that may have signed something in a tree whose manifest is good, each in its time: the
 * pinned one and those that the tree publishes.
 */
record TreeSigners(List<Verifier> keys, Service service) {
  static TreeSigners of(Verifier pinned, TreeKeys published, Service service) {
    return new TreeSigners(
        Stream.concat(Stream.of(pinned), published.all().stream().map(Verifier::new)).toList(),
        service);
  }

  /** The verdict of each key on a detached signature. */
  List<Verdict> verify(byte[] data, byte[] signature, Instant now) {
    return judge(key -> key.verify(data, signature, now));
  }

  /** The verdict of each key on a cleartext-signed message. */
  List<Verdict> verifyCleartext(byte[] message, Instant now) {
    return judge(key -> key.verifyCleartext(message, now));
  }

  private List<Verdict> judge(Function<Verifier, Verdict> each) {
    return keys.stream().map(each).map(service::judge).toList();
  }
}
