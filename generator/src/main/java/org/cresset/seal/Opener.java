package org.cresset.seal;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;
import org.cresset.problem.Failure;

/**
 * Decrypts in memory with secret keys from files. A key is unlocked when it is first needed, those
 * without a passphrase first. Safe for several threads.
 */
public final class Opener implements LongOpener {
  private static final int BUFFER = 1 << 16;

  private final List<SecretFile> files;
  private final Supplier<char[]> passphrase;
  private final Map<SecretFile, List<PGPPrivateKey>> unlocked = new HashMap<>();

  Opener(List<SecretFile> files, Supplier<char[]> passphrase) {
    this.files =
        files.stream().sorted(Comparator.comparing((SecretFile f) -> f.stored().locked())).toList();
    this.passphrase = passphrase;
  }

  /**
   * Decrypts a message, armoured or not, that is protected against change.
   *
   * @param name of the message, for failures
   * @throws Failure KEY if no key here opens it; NOT_GENUINE if it was changed or is no message
   */
  public Message open(byte[] message, String name) {
    byte[] raw = binary(message, name);
    for (SecretFile file : files) {
      for (PGPPrivateKey key : keys(file)) {
        Optional<Message> opened = attempt(raw, key, name);
        if (opened.isPresent()) {
          return opened.get();
        }
      }
    }
    throw locked(name);
  }

  private Failure locked(String name) {
    return new Failure(
        Failure.Kind.KEY,
        files.isEmpty() ? "no key here can open " + name : name + " is encrypted for other keys",
        "put the secret key it was encrypted for into .cresset/keys/, or name its file");
  }

  @Override
  public InputStream open(Path file) throws IOException {
    for (SecretFile secrets : files) {
      for (PGPPrivateKey key : keys(secrets)) {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
          Optional<InputStream> opened = attempt(in, key, file.toString());
          if (opened.isPresent()) {
            return opened.get();
          }
        } catch (Failure e) {
          in.close();
          throw e;
        }
        in.close();
      }
    }
    throw locked(file.toString());
  }

  private static Optional<InputStream> attempt(InputStream in, PGPPrivateKey key, String name) {
    try {
      for (PGPEncryptedData data : new PGPEncryptedDataList(new BCPGInputStream(in))) {
        if (data instanceof PGPPublicKeyEncryptedData sealed && mayBeFor(sealed, key)) {
          Optional<PGPSessionKey> session = session(sealed, key);
          if (session.isPresent()) {
            return Optional.of(new ProtectedStream(sealed, session.get(), in, name));
          }
        }
      }
      return Optional.empty();
    } catch (IOException | PGPException | RuntimeException e) {
      throw broken(name, e);
    }
  }

  private static byte[] binary(byte[] message, String name) {
    if (message.length > 0 && message[0] < 0) {
      return message;
    }
    try {
      return Armor.decode("MESSAGE", message);
    } catch (IOException e) {
      throw broken(name, e);
    }
  }

  static Failure broken(String name, Exception e) {
    return new Failure(
        Failure.Kind.NOT_GENUINE,
        name + " is not a whole encrypted OpenPGP message: " + e.getMessage(),
        "get it again from where it came",
        e);
  }

  private synchronized List<PGPPrivateKey> keys(SecretFile file) {
    return unlocked.computeIfAbsent(file, f -> f.forDecryption(passphrase));
  }

  /** Whether one key opens it can only be tried: the message does not say for whom it is. */
  private static Optional<Message> attempt(byte[] raw, PGPPrivateKey key, String name) {
    try {
      for (int i = 0; i < recipients(raw).size(); i++) {
        // Read anew: a failed attempt may have used up the stream.
        PGPEncryptedData data = recipients(raw).get(i);
        if (data instanceof PGPPublicKeyEncryptedData sealed && mayBeFor(sealed, key)) {
          Optional<PGPSessionKey> session = session(sealed, key);
          if (session.isPresent()) {
            return Optional.of(read(sealed, session.get()));
          }
        }
      }
      return Optional.empty();
    } catch (IOException | PGPException | RuntimeException e) {
      throw broken(name, e);
    }
  }

  private static List<PGPEncryptedData> recipients(byte[] raw) throws IOException {
    List<PGPEncryptedData> all = new ArrayList<>();
    new PGPEncryptedDataList(raw).forEach(all::add);
    return all;
  }

  private static boolean mayBeFor(PGPPublicKeyEncryptedData sealed, PGPPrivateKey key) {
    return sealed.getAlgorithm() == key.getPublicKeyPacket().getAlgorithm()
        && (sealed.getKeyID() == 0 || sealed.getKeyID() == key.getKeyID());
  }

  private static Optional<PGPSessionKey> session(
      PGPPublicKeyEncryptedData sealed, PGPPrivateKey key) {
    try {
      return Optional.of(sealed.getSessionKey(new BcPublicKeyDataDecryptorFactory(key)));
    } catch (PGPException | RuntimeException e) {
      // It was for another key.
      return Optional.empty();
    }
  }

  private static Message read(PGPPublicKeyEncryptedData sealed, PGPSessionKey session)
      throws IOException, PGPException {
    if (!sealed.isIntegrityProtected() && !sealed.isAEAD()) {
      throw new IOException("it is not protected against change");
    }
    try (InputStream in = sealed.getDataStream(new BcSessionKeyDataDecryptorFactory(session))) {
      byte[] inside = in.readAllBytes();
      if (sealed.isIntegrityProtected() && !sealed.verify()) {
        throw new IOException("it was changed");
      }
      return Message.read(new ByteArrayInputStream(inside));
    }
  }

  /** Whether these bytes begin like an armoured message. */
  public static boolean isMessage(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .stripLeading()
        .startsWith("-----BEGIN PGP MESSAGE-----");
  }
}
