package org.cresset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cresset.document.Configuration;
import org.cresset.document.Organisation;
import org.cresset.document.Register;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.edition.Site;
import org.cresset.feed.FeedRenderer;
import org.cresset.feed.Mail;
import org.cresset.gate.Gate;
import org.cresset.marking.Audience;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.problem.Failure;
import org.cresset.scap.Match;
import org.cresset.seal.SigningKey;
import org.cresset.text.Markdown;

/** Makes the mail that tells people of a published advisory or policy. */
public final class Notifying {
  private final Workspace workspace;
  private final Pipeline pipeline;

  /**
   * @param pipeline whose key signs
   */
  public Notifying(Workspace workspace, Pipeline pipeline) {
    this.workspace = workspace;
    this.pipeline = pipeline;
  }

  /**
   * A message, and for whom it is.
   *
   * @param to one mail address with a name, or several
   * @param why what the organisation uses that the advisory touches; empty where it was not asked
   */
  public record Message(String name, List<String> to, List<String> why, byte[] bytes) {}

  /**
   * A ready message.
   *
   * @param name id of an advisory or a policy that the edition's last release shows just so
   * @param to whom it goes to, as in a To field
   * @throws Failure if it is not published, or was changed since
   */
  public Message message(String edition, String name, List<String> to, Instant asOf) {
    return messages(edition, name, asOf, published -> List.of(published.to("", to, List.of())))
        .getFirst();
  }

  /**
   * A message for each registered contact of every constituent whose software an advisory touches.
   * The text is the published one for all: what they use is not for the mail.
   *
   * @throws Failure if it is not published, or was changed since, or is no advisory
   */
  public List<Message> affected(String edition, String name, Instant asOf) {
    return messages(edition, name, asOf, Notifying::affected);
  }

  private static List<Message> affected(Published published) {
    if (!(published.article().details() instanceof Details.Advisory advisory)) {
      throw new Failure(
          Failure.Kind.USAGE,
          published.article().id().id() + " is a policy: it touches no software",
          "give the id of an advisory, or leave out --affected");
    }
    List<Message> messages = new ArrayList<>();
    for (Organisation organisation : published.register().organisations().values()) {
      List<String> why =
          Match.of(organisation.software(), advisory.products()).stream()
              .map(Match::reason)
              .toList();
      if (!why.isEmpty() && organisation.type().equals("constituent")) {
        for (Organisation.Person contact : organisation.contacts()) {
          String file = organisation.id() + "." + (messages.size() + 1);
          address(contact).ifPresent(to -> messages.add(published.to(file, List.of(to), why)));
        }
      }
    }
    return messages;
  }

  private static Optional<String> address(Organisation.Person contact) {
    String name = contact.name().replaceAll("[\"\\\\]", "");
    return contact.email().map(address -> "\"" + name + "\" <" + address + ">");
  }

  /**
   * What may be told.
   *
   * @param mail makes the message to some addresses
   */
  private record Published(
      Article article, Register register, Function<List<String>, byte[]> mail) {
    Message to(String name, List<String> to, List<String> why) {
      return new Message(name, to, why, mail.apply(to));
    }
  }

  private List<Message> messages(
      String edition, String name, Instant asOf, Function<Published, List<Message>> recipients) {
    Markdown markdown = new Markdown();
    try (Collector collector = new Collector(workspace, markdown)) {
      Collected collected = collector.read(new Collector.Commit("HEAD"), asOf);
      Configuration configuration = collected.library().configuration();
      Audience audience = collected.audience(edition);
      SigningKey key = pipeline.key(configuration, asOf);
      Site site = Sites.of(configuration, TeamKeys.read(collected.library(), key).signer());
      Edition admitted =
          new Gate(collected.library(), collected.past()).admit(audience, site, asOf).edition();
      Article article = find(admitted, name);
      Mail mail = new Mail(site, audience.id(), configuration.mailSubject(), markdown);
      refuseUnpublished(edition, article, mail);
      return recipients.apply(
          new Published(
              article,
              collected.library().register(),
              to -> mail.message(article, to, part -> key.sign(part, asOf))));
    }
  }

  /**
   * Writes a message into a folder, which is made if need be.
   *
   * @return where it lies
   */
  public static Path write(Path folder, String name, byte[] message) {
    try {
      Files.createDirectories(folder);
      return Files.write(folder.resolve(name), message);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT, "can't write into " + folder, "give --out another folder", e);
    }
  }

  private static Article find(Edition edition, String name) {
    return edition.articles().values().stream()
        .filter(a -> a.id().kind() == Kind.ADVISORY || a.id().kind() == Kind.POLICY)
        .filter(a -> a.id().id().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.USAGE,
                "no advisory or policy " + name + " in the edition " + edition.audience().id(),
                "see its list of advisories, or name another edition with --edition"));
  }

  /** Nobody is told of what they can't then find, or would find worded otherwise. */
  private void refuseUnpublished(String edition, Article article, Mail mail) {
    boolean advisory = article.id().kind() == Kind.ADVISORY;
    Path file =
        workspace
            .site()
            .resolve(edition)
            .resolve(advisory ? FeedRenderer.path(article) : article.path());
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          Failure.Kind.CONTENT, article.id().id() + " is not published yet", "run: cresset build");
    }
    byte[] now = mail.text(article).getBytes(StandardCharsets.UTF_8);
    if (advisory && !Arrays.equals(read(file), now)) {
      throw new Failure(
          Failure.Kind.CONTENT,
          article.id().id() + " was changed since it was published",
          "run: cresset build");
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Failure(Failure.Kind.ENVIRONMENT, "can't read " + file, "", e);
    }
  }
}
