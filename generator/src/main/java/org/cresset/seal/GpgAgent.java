package org.cresset.seal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with gpg-agent, which keeps secret keys itself or on a card: it gets a hash and
 * gives a signature of it. So a signature says the time that we give it, and not the agent's.
 */
final class GpgAgent {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final GpgProgram gpg;
  private final PassphraseSource passphrase;
  private @Nullable SocketChannel channel;
  private @Nullable InputStream answers;

  /**
   * @param passphrase where it is not given beforehand, the agent asks by itself
   */
  GpgAgent(GpgProgram gpg, PassphraseSource passphrase) {
    this.gpg = gpg;
    this.passphrase = passphrase;
  }

  /**
   * Signs a SHA-512 hash.
   *
   * @param keygrip names the key
   * @return the numbers of the signature as the agent writes them (a canonical S-expression)
   */
  synchronized byte[] sign(String keygrip, byte[] hash) throws GeneralSecurityException {
    try {
      if (channel == null) {
        start();
      }
      ask("RESET");
      ask("SIGKEY " + keygrip);
      ask("SETHASH --hash=sha512 " + HEX.formatHex(hash));
      return ask("PKSIGN");
    } catch (IOException e) {
      throw new GeneralSecurityException("gpg-agent can't be reached: " + e.getMessage(), e);
    }
  }

  private void start() throws IOException, GeneralSecurityException {
    if (!passphrase.given()) {
      // Starts the agent, too, and tells it where it can ask.
      gpg.run("gpg-connect-agent", "updatestartuptty", "/bye");
    }
    gpg.run("gpgconf", "--launch", "gpg-agent");
    byte[] socket = gpg.run("gpgconf", "--list-dirs", "agent-socket");
    Path path = Path.of(new String(socket, StandardCharsets.UTF_8).strip());
    SocketChannel opened = SocketChannel.open(UnixDomainSocketAddress.of(path));
    channel = opened;
    answers = new BufferedInputStream(Channels.newInputStream(opened));
    answer();
    if (passphrase.given()) {
      ask("OPTION pinentry-mode=loopback");
    }
  }

  private void tell(byte[] line) throws IOException {
    SocketChannel open = channel;
    if (open == null) {
      throw new IOException("not connected");
    }
    ByteBuffer rest = ByteBuffer.wrap(line);
    while (rest.hasRemaining()) {
      open.write(rest);
    }
  }

  /** Says a command and returns the data that come before its OK. */
  private byte[] ask(String command) throws IOException, GeneralSecurityException {
    tell((command + "\n").getBytes(StandardCharsets.UTF_8));
    return answer();
  }

  private byte[] answer() throws IOException, GeneralSecurityException {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    while (true) {
      byte[] line = line();
      String word = new String(line, StandardCharsets.UTF_8);
      if (word.equals("OK") || word.startsWith("OK ")) {
        return data.toByteArray();
      }
      if (word.startsWith("ERR ")) {
        throw new GeneralSecurityException("gpg-agent: " + word.replaceFirst("^ERR \\d+ ", ""));
      }
      if (word.startsWith("D ")) {
        unescape(line, data);
      }
      if (word.startsWith("INQUIRE PASSPHRASE")) {
        tellPassphrase();
      } else if (word.startsWith("INQUIRE")) {
        tell("END\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private void tellPassphrase() throws IOException {
    char[] phrase = passphrase.get();
    StringBuilder line = new StringBuilder("D ");
    for (byte b : new String(phrase).getBytes(StandardCharsets.UTF_8)) {
      line.append('%').append(HEX.toHexDigits(b));
    }
    Arrays.fill(phrase, '\0');
    tell(line.append("\nEND\n").toString().getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] line() throws IOException {
    InputStream in = answers;
    if (in == null) {
      throw new IOException("not connected");
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("it ended");
      }
      line.write(c);
    }
    return line.toByteArray();
  }

  private static void unescape(byte[] line, ByteArrayOutputStream out) {
    for (int i = 2; i < line.length; i++) {
      if (line[i] == '%' && i + 2 < line.length) {
        String hex = new String(line, i + 1, 2, StandardCharsets.US_ASCII);
        out.write(HexFormat.fromHexDigits(hex));
        i += 2;
      } else {
        out.write(line[i]);
      }
    }
  }
}
