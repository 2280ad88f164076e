package org.cresset.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPKeyPairGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPairGeneratorProvider;
import org.junit.jupiter.api.Test;

/** The packets are those that Bouncy Castle's own generator makes, byte for byte. */
class FastSignerTest {
  private static final Instant AT = Instant.parse("2024-02-01T09:30:00Z");
  private static final PGPKeyPairGenerator PAIRS =
      new BcPGPKeyPairGeneratorProvider()
          .setSecureRandom(new SecureRandom())
          .get(4, Date.from(Instant.parse("2024-01-10T08:00:00Z")));

  private static byte[] library(PGPKeyPair pair, byte[] data, int type) throws Exception {
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(
                pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
            pair.getPublicKey());
    generator.init(type, pair.getPrivateKey());
    PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
    says.setIssuerFingerprint(false, pair.getPublicKey());
    says.setSignatureCreationTime(false, Date.from(AT));
    generator.setHashedSubpackets(says.generate());
    generator.update(data);
    return generator.generate().getEncoded();
  }

  private static void same(PGPKeyPair pair, int count) throws Exception {
    FastSigner ours = FastSigner.of(pair.getPublicKey(), pair.getPrivateKey());
    // Enough of them for numbers that begin with zeroes.
    for (int i = 0; i < count; i++) {
      byte[] data = ("Advisory " + i + "\n").repeat(i).getBytes(StandardCharsets.UTF_8);
      for (int type :
          new int[] {PGPSignature.BINARY_DOCUMENT, PGPSignature.CANONICAL_TEXT_DOCUMENT}) {
        // The library makes a line's end of CR LF by itself; ours is given it so.
        byte[] given =
            type == PGPSignature.BINARY_DOCUMENT
                ? data
                : new String(data, StandardCharsets.UTF_8)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8);
        assertThat(ours.sign(given, type, AT)).isEqualTo(library(pair, data, type));
      }
    }
  }

  @Test
  void ed25519() throws Exception {
    same(PAIRS.generateLegacyEd25519KeyPair(), 300);
  }

  @Test
  void rsa() throws Exception {
    same(PAIRS.generateRsaKeyPair(3072), 5);
  }

  @Test
  void theSameBytesAtTheSameTimeAreSignedOnce() throws Exception {
    PGPKeyPair pair = PAIRS.generateLegacyEd25519KeyPair();
    List<byte[]> signed = new ArrayList<>();
    FastSigner signer =
        new FastSigner(
            pair.getPublicKey(),
            hash -> {
              signed.add(hash);
              return Arrays.copyOf(hash, hash.length);
            });
    byte[] first = signer.sign(new byte[] {1}, PGPSignature.BINARY_DOCUMENT, AT);
    assertThat(signer.sign(new byte[] {1}, PGPSignature.BINARY_DOCUMENT, AT)).isEqualTo(first);
    assertThat(signed).hasSize(1);
    signer.sign(new byte[] {2}, PGPSignature.BINARY_DOCUMENT, AT);
    signer.sign(new byte[] {1}, PGPSignature.CANONICAL_TEXT_DOCUMENT, AT);
    signer.sign(new byte[] {1}, PGPSignature.BINARY_DOCUMENT, AT.plusSeconds(1));
    assertThat(signed).hasSize(4);
  }

  @Test
  void otherKeysAreRefused() throws Exception {
    for (PGPKeyPair weak :
        new PGPKeyPair[] {PAIRS.generateRsaKeyPair(2048), PAIRS.generateEd448KeyPair()}) {
      assertThatThrownBy(() -> FastSigner.of(weak.getPublicKey(), weak.getPrivateKey()))
          .isInstanceOf(PGPException.class)
          .hasMessageContaining("neither Ed25519");
    }
  }
}
