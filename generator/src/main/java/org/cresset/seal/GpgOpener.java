package org.cresset.seal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.cresset.problem.Failure;

/**
 * Decrypts with the keys that the gpg program keeps, or a card that it speaks to. Who signed is not
 * gpg's to say: it gives the signed message as it is.
 */
public final class GpgOpener implements LongOpener {
  private final PassphraseSource passphrase;

  /**
   * @param passphrase where it is not given beforehand, gpg's agent asks by itself
   */
  public GpgOpener(PassphraseSource passphrase) {
    this.passphrase = passphrase;
  }

  @Override
  public InputStream open(Path file) {
    List<String> command = new ArrayList<>(List.of("gpg", "--batch", "--status-fd", "2"));
    if (passphrase.given()) {
      command.addAll(List.of("--pinentry-mode", "loopback", "--passphrase-fd", "0"));
    }
    command.addAll(List.of("--output", "-", "--unwrap", "--decrypt", "--", file.toString()));
    try {
      Process gpg = new ProcessBuilder(command).start();
      try (OutputStream in = gpg.getOutputStream()) {
        tell(in);
      }
      return new Unwrapped(gpg, file.toString());
    } catch (IOException e) {
      throw GpgProgram.unusable(String.valueOf(e.getMessage()), e);
    }
  }

  private void tell(OutputStream in) throws IOException {
    if (passphrase.given()) {
      char[] phrase = passphrase.get();
      byte[] line = (new String(phrase) + "\n").getBytes(StandardCharsets.UTF_8);
      Arrays.fill(phrase, '\0');
      in.write(line);
      Arrays.fill(line, (byte) 0);
    }
  }

  /** What gpg writes; at its end it counts what gpg said of it. */
  private static final class Unwrapped extends FilterInputStream {
    private final Process gpg;
    private final String name;
    private final CompletableFuture<String> status;

    Unwrapped(Process gpg, String name) {
      super(gpg.getInputStream());
      this.gpg = gpg;
      this.name = name;
      this.status = CompletableFuture.supplyAsync(() -> said(gpg.getErrorStream()));
    }

    private static String said(InputStream err) {
      try {
        return new String(err.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        return "";
      }
    }

    @Override
    public int read() throws IOException {
      return judged(super.read());
    }

    @Override
    public int read(byte[] buffer, int at, int length) throws IOException {
      return judged(super.read(buffer, at, length));
    }

    private int judged(int count) throws IOException {
      if (count < 0 && !isWhole()) {
        throw refused(status.join());
      }
      return count;
    }

    /** Its exit status alone does not tell (GnuPG's doc/DETAILS). */
    private boolean isWhole() throws IOException {
      try {
        return gpg.waitFor() == 0 && status.join().contains("[GNUPG:] DECRYPTION_OKAY");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }

    private Failure refused(String said) {
      String why =
          said.lines()
              .filter(l -> l.startsWith("gpg: "))
              .reduce((first, last) -> last)
              .orElse("gpg: no reason given");
      return said.contains("[GNUPG:] DECRYPTION_INFO") || said.contains("[GNUPG:] NODATA")
          ? Opener.broken(name, new IOException(why))
          : new Failure(
              Failure.Kind.KEY,
              "gpg can't open " + name + ": " + why.substring("gpg: ".length()),
              "gpg --list-secret-keys shows the keys that it has; for a card: gpg --card-status");
    }

    @Override
    public void close() throws IOException {
      gpg.destroy();
      super.close();
    }
  }
}
