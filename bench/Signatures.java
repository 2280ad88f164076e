import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cresset.seal.KeyStore;
import org.cresset.seal.NewKey;
import org.cresset.seal.SigningKey;
import org.cresset.seal.Verifier;

/** Times signatures as a build makes them: by all cores, with a key that was unlocked once. */
public class Signatures {
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 30_000;
    Instant at = Instant.parse("2026-01-10T08:00:00Z");
    KeyStore store = KeyStore.open(Files.createTempDirectory("keys"));
    NewKey wanted = NewKey.demonstration("Bench", "bench@example.org", at);
    SigningKey key = store.unlock(store.create(wanted, Optional.empty()), at, () -> new char[0]);
    String body = "A patch cannot stop an intruder who has a password.\n".repeat(80);
    double start = cpu();
    long wall = System.nanoTime();
    byte[][] made = new byte[count][];
    IntStream.range(0, count).parallel().forEach(i -> made[i] = key.sign(text(i, body), at));
    wall = System.nanoTime() - wall;
    double cpu = cpu() - start;
    int last = count - 1;
    if (!new Verifier(key.certificate()).verify(text(last, body), made[last], at).good()) {
      throw new AssertionError("a signature is not good");
    }
    System.out.printf(
        Locale.ROOT,
        "%d signatures over 4 KB: %.1f CPU s (the start took %.1f before), %.1f s wall%n",
        count,
        cpu,
        start,
        wall / 1e9);
  }

  private static double cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static byte[] text(int i, String body) {
    return (i + "\n" + body).getBytes(StandardCharsets.UTF_8);
  }
}
