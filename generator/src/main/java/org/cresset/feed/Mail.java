package org.cresset.feed;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.cresset.edition.Article;
import org.cresset.edition.Site;
import org.cresset.model.Kind;
import org.cresset.model.Revision;
import org.cresset.problem.Failure;
import org.cresset.text.Escape;
import org.cresset.text.Markdown;

/**
 * An advisory or a policy as a ready message (RFC 5322), signed as PGP/MIME (RFC 3156). The same
 * version gives the same message: its date is the version's, its Message-ID is made of the
 * document's id and version, and it answers the messages of the versions before, so that readers'
 * programs show them as one thread.
 */
public final class Mail {
  /** What stands in braces in a subject is replaced. */
  public static final List<String> PLACEHOLDERS =
      List.of("team", "tlp", "id", "version", "severity", "title");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss '+0000'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final Pattern SAFE =
      Pattern.compile("|(?!From )[\\x20-\\x7E]{0,997}[\\x21-\\x7E]");

  private final Site site;
  private final String edition;
  private final String subject;
  private final Markdown markdown;

  /**
   * @param subject the team's pattern, with {@link #PLACEHOLDERS} in braces
   */
  public Mail(Site site, String edition, String subject, Markdown markdown) {
    this.site = site;
    this.edition = edition;
    this.subject = subject;
    this.markdown = markdown;
  }

  /** The text that is sent: of an advisory, the bytes that its edition publishes. */
  public String text(Article article) {
    return article.id().kind() == Kind.ADVISORY
        ? new AdvisoryText(site, markdown).of(article)
        : new PolicyText(site).of(article);
  }

  /**
   * The whole message, lines ending with CRLF.
   *
   * @param to whom it goes to, as in a To field; without anybody, recipients stay undisclosed
   * @throws Failure of kind USAGE if {@code to} holds something else than mail addresses
   * @param sign makes an armoured detached signature with SHA-512
   */
  public byte[] message(Article article, List<String> to, UnaryOperator<byte[]> sign) {
    byte[] body = part(text(article));
    String signature = new String(sign.apply(body), StandardCharsets.US_ASCII);
    String boundary = "cresset-" + article.id().folded() + "-" + article.versions().number();
    String head =
        header("From", address(site.team().email(), site.team().name()))
            + header("To", to.isEmpty() ? "undisclosed-recipients:;" : addresses(to))
            + header("Subject", words(subject(article)))
            + header("Date", DATE.format(article.versions().current()))
            + header("Message-ID", messageId(article, article.versions().number()))
            + thread(article)
            + header("MIME-Version", "1.0")
            + header("Auto-Submitted", "auto-generated")
            + "Content-Type: multipart/signed; micalg=pgp-sha512;\r\n"
            + " protocol=\"application/pgp-signature\"; boundary=\""
            + boundary
            + "\"\r\n";
    String tail =
        "Content-Type: application/pgp-signature; name=\"signature.asc\"\r\n"
            + "Content-Description: OpenPGP digital signature\r\n\r\n"
            + crlf(signature);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, head + "\r\n--" + boundary + "\r\n");
    out.writeBytes(body);
    write(out, "\r\n--" + boundary + "\r\n" + tail + "\r\n--" + boundary + "--\r\n");
    return out.toByteArray();
  }

  /**
   * The signed part. What mail systems like to change, they must not find: blanks at the end of a
   * line, letters outside ASCII, lines that begin with "From " (RFC 3156, section 3). A text that
   * has any of these goes as quoted-printable.
   */
  private static byte[] part(String text) {
    boolean plain = text.lines().allMatch(SAFE.asMatchPredicate());
    String headers =
        "Content-Type: text/plain; charset=utf-8\r\n"
            + "Content-Transfer-Encoding: "
            + (plain ? "7bit" : "quoted-printable")
            + "\r\nContent-Disposition: inline\r\n\r\n";
    String body = plain ? crlf(text) : quotedPrintable(crlf(text));
    return (headers + body).getBytes(StandardCharsets.US_ASCII);
  }

  private static String quotedPrintable(String text) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try (OutputStream out = MimeUtility.encode(encoded, "quoted-printable")) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("quoted-printable is built in", e);
    }
    return encoded.toString(StandardCharsets.US_ASCII).replaceAll("(?m)^From ", "=46rom ");
  }

  private String subject(Article article) {
    String severity = article.severity().map(s -> s.token()).orElse("");
    return subject
        .replace("{team}", site.team().name())
        .replace("{tlp}", article.label().tlp().label())
        .replace("{id}", article.id().id())
        .replace("{version}", article.versions().number())
        .replace("{severity}", severity)
        .replace("{title}", Escape.visible(article.title().replaceAll("\\s+", " ")))
        .replaceAll("\\s+", " ")
        .strip();
  }

  private String messageId(Article article, String version) {
    String host = Optional.ofNullable(URI.create(site.url()).getHost()).orElse("localhost");
    return "<"
        + String.join(
            ".", edition, article.id().kind().word(), article.id().folded(), "v" + version)
        + "@"
        + host
        + ">";
  }

  private String thread(Article article) {
    List<String> before =
        article.versions().history().stream()
            .map(Revision::number)
            .takeWhile(n -> !n.equals(article.versions().number()))
            .map(n -> messageId(article, n))
            .toList();
    return before.isEmpty()
        ? ""
        : header("In-Reply-To", before.getLast()) + header("References", String.join(" ", before));
  }

  private static String words(String text) {
    try {
      return MimeUtility.encodeText(text, "UTF-8", "Q");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  private static String address(String address, String name) {
    try {
      return new InternetAddress(address, name, "UTF-8").toString();
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  /**
   * Addresses as they stand in a To field.
   *
   * @throws Failure of kind USAGE if there is something else
   */
  private static String addresses(List<String> to) {
    try {
      List<String> all = new ArrayList<>();
      for (InternetAddress a : InternetAddress.parse(String.join(", ", to), true)) {
        all.add(address(a.getAddress(), Objects.requireNonNullElse(a.getPersonal(), "")));
      }
      return String.join(", ", all);
    } catch (AddressException e) {
      throw new Failure(
          Failure.Kind.USAGE,
          "--to is '" + String.join("', '", to) + "': " + e.getMessage(),
          "give for example: --to 'Advisories <advisories@example.org>'",
          e);
    }
  }

  private static String header(String name, String value) {
    return name + ": " + MimeUtility.fold(name.length() + 2, value) + "\r\n";
  }

  private static String crlf(String text) {
    return text.replaceAll("\r?\n", "\r\n");
  }

  private static void write(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
