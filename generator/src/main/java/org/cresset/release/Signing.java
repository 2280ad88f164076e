package org.cresset.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.cresset.parallel.Evenly;
import org.cresset.seal.Cleartext;
import org.cresset.seal.Verifier;

/**
 * The signatures of an edition's files. One is made at the as-of of the release in which the signed
 * bytes first appear; later releases take it from the tree of the release before.
 */
final class Signing {
  private final ReleaseTree tree;
  private final Terms terms;
  private final Service service;

  Signing(ReleaseTree tree, Terms terms) {
    this.tree = tree;
    this.terms = terms;
    this.service = Service.of(tree::read);
  }

  /** Puts {@code <path>.asc} beside each file. */
  void sign(Set<String> paths) throws IOException {
    try {
      Evenly.each(paths, this::sign);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause());
    }
  }

  private void sign(String path) {
    String signature = path + ".asc";
    Optional<String> hash = tree.hash(path);
    if (hash.isEmpty()) {
      throw new IllegalStateException("to be signed but never written: " + path);
    }
    try {
      Optional<byte[]> old =
          tree.before(path).equals(hash) ? tree.readBefore(signature) : Optional.empty();
      if (old.flatMap(Verifier::claim).filter(this::stays).isPresent()) {
        tree.carry(signature, signature, old.get());
      } else {
        tree.add(signature, terms.key().sign(tree.read(path), terms.asOf()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes cleartext-signed messages. */
  void clearsign(SortedMap<String, String> texts) throws IOException {
    for (Map.Entry<String, String> e : texts.entrySet()) {
      byte[] canonical = Cleartext.canonical(e.getValue());
      Optional<byte[]> old =
          tree.readBefore(e.getKey())
              .filter(b ->
                  Cleartext.split(b)
                      .filter(c -> Arrays.equals(c.signed(), canonical))
                      .flatMap(c -> Verifier.claim(c.signature()))
                      .filter(this::stays)
                      .isPresent());
      if (old.isPresent()) {
        tree.carry(e.getKey(), e.getKey(), old.get());
      } else {
        tree.add(e.getKey(), terms.key().signCleartext(e.getValue(), terms.asOf()));
      }
    }
  }

  /** Whether a signature made before is one of the team's, of a key that served then. */
  private boolean stays(Verifier.Claim claim) {
    return Stream.concat(Stream.of(terms.key().certificate()), terms.retired().stream())
        .filter(c -> c.signingKeyIds().contains(claim.keyId()))
        .anyMatch(c -> service.served(c.fingerprint(), claim.made()));
  }
}
