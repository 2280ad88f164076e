package org.cresset.seal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.cresset.problem.Failure;

/** A file that {@link Sealer} wrote with a content of any length. */
public final class SealedContent {
  private final Path file;
  private final LongOpener opener;
  private final List<Certificate> signers;
  private final Instant now;

  /**
   * @param signers one of these must have signed it
   * @param now a signature made more than five minutes later is not good
   */
  public SealedContent(Path file, LongOpener opener, List<Certificate> signers, Instant now) {
    this.file = file;
    this.opener = opener;
    this.signers = List.copyOf(signers);
    this.now = now;
  }

  /**
   * Who signed it, and when.
   *
   * @param made in whole seconds
   */
  public record Signed(Certificate signer, Instant made) {}

  /** Takes the content, which is not known to be genuine before {@link #read} returns. */
  @FunctionalInterface
  public interface Taker {
    void take(InputStream content) throws IOException;
  }

  /**
   * Decrypts it once from its beginning to its end.
   *
   * @throws Failure KEY if no key opens it; NOT_GENUINE if it is not whole, or none of the signers
   *     signed it
   */
  public Signed read(Taker taker) throws IOException {
    try (InputStream inside = opener.open(file)) {
      BCPGInputStream packets = new BCPGInputStream(inside);
      PGPOnePassSignature taken =
          next(packets, PacketTags.ONE_PASS_SIGNATURE, PGPOnePassSignature::new);
      Verifier verifier = begun(taken);
      PGPLiteralData literal = next(packets, PacketTags.LITERAL_DATA, PGPLiteralData::new);
      InputStream content = new Passing(literal.getInputStream(), taken);
      taker.take(content);
      content.transferTo(OutputStream.nullOutputStream());
      PGPSignature signature = next(packets, PacketTags.SIGNATURE, PGPSignature::new);
      Verdict verdict = verifier.verify(taken, signature, now);
      if (inside.read() >= 0) {
        throw notOurs("something follows its signature");
      }
      if (!verdict.good()) {
        throw foreign(verdict.detail());
      }
      return new Signed(verifier.pinned(), verdict.made().orElseThrow());
    }
  }

  private interface Packet<T> {
    T read(BCPGInputStream in) throws IOException, PGPException;
  }

  /** Nothing else is parsed than what must come: what was changed is garbage until its end. */
  private <T> T next(BCPGInputStream packets, int tag, Packet<T> packet) {
    try {
      if (packets.nextPacketTag() != tag) {
        throw new IOException("its packets are not those of one signed content");
      }
      return packet.read(packets);
    } catch (Failure e) {
      throw e;
    } catch (IOException | PGPException | RuntimeException e) {
      throw notOurs(String.valueOf(e.getMessage()));
    }
  }

  private Verifier begun(PGPOnePassSignature taken) {
    for (Certificate signer : signers) {
      Verifier verifier = new Verifier(signer);
      Optional<PGPPublicKey> key = verifier.signer(taken.getKeyID());
      if (key.isPresent()) {
        try {
          taken.init(new BcPGPContentVerifierBuilderProvider(), key.get());
          return verifier;
        } catch (PGPException e) {
          throw notOurs(String.valueOf(e.getMessage()));
        }
      }
    }
    throw foreign("made by another key than " + pinned());
  }

  private String pinned() {
    return String.join(", ", signers.stream().map(Certificate::fingerprint).toList());
  }

  private Failure foreign(String why) {
    return new Failure(
        Failure.Kind.NOT_GENUINE,
        file + " was not signed by the team: " + why,
        "get the team's public key over another channel and name its file: --key FILE");
  }

  private Failure notOurs(String why) {
    return new Failure(
        Failure.Kind.NOT_GENUINE,
        file + " is damaged, or not what Cresset signed and encrypted: " + why,
        "get it again from where it came");
  }

  /** What is read through it goes into the signature's hash. */
  private final class Passing extends FilterInputStream {
    private final PGPOnePassSignature taken;

    Passing(InputStream content, PGPOnePassSignature taken) {
      super(content);
      this.taken = taken;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int at, int length) {
      try {
        int count = super.read(buffer, at, length);
        if (count > 0) {
          taken.update(buffer, at, count);
        }
        return count;
      } catch (IOException e) {
        throw notOurs(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public long skip(long count) throws IOException {
      return readNBytes((int) Math.min(count, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    /** The rest has still to be read. */
    @Override
    public void close() {}
  }
}
