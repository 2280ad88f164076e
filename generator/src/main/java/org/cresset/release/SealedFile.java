package org.cresset.release;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.cresset.problem.Failure;
import org.cresset.seal.Certificate;
import org.cresset.seal.Message;
import org.cresset.seal.Opener;
import org.cresset.seal.Verdict;

/**
 * What was in a sealed file, in memory (release format, Sealed editions).
 *
 * @param signer who sealed it
 * @param tar the archive of the release
 * @param files the same, by path
 */
public record SealedFile(Certificate signer, byte[] tar, SortedMap<String, byte[]> files) {
  public SealedFile {
    files = Collections.unmodifiableSortedMap(files);
  }

  /**
   * Decrypts a file and looks who sealed it. Nothing is decompressed before that is known.
   *
   * @param name of the file, for failures
   * @param signers one of these it must be
   * @throws Failure KEY if no key opens it; NOT_GENUINE if none of these sealed it, or it is no
   *     release
   */
  public static SealedFile open(
      byte[] file, String name, Opener opener, List<Certificate> signers, Instant now) {
    Message message = opener.open(file, name);
    Certificate signer =
        signers.stream()
            .filter(s -> genuine(message.verify(s, now)))
            .findFirst()
            .orElseThrow(() -> foreign(name, message, signers, now));
    try {
      byte[] tar = Padded.decompress(message.content());
      return new SealedFile(signer, tar, Tar.read(tar));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.NOT_GENUINE,
          name + " is genuine but holds no release: " + e.getMessage(),
          "is it a sealed edition?",
          e);
    }
  }

  /** A run as of an earlier time sees the release before in its future; that is no forgery. */
  private static boolean genuine(Verdict verdict) {
    return verdict.good() || verdict.outcome() == Verdict.Outcome.FUTURE;
  }

  private static Failure foreign(
      String name, Message message, List<Certificate> signers, Instant now) {
    String why =
        signers.isEmpty()
            ? "no key to verify with"
            : message.verify(signers.getFirst(), now).detail();
    return new Failure(
        Failure.Kind.NOT_GENUINE,
        name + " was not sealed by the team: " + why,
        "get the team's public key over another channel and name its file: --key FILE");
  }
}
