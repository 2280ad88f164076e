package org.cresset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.cresset.document.Configuration;
import org.cresset.git.Bundle;
import org.cresset.git.GitRepository;
import org.cresset.problem.Failure;
import org.cresset.problem.Reason;
import org.cresset.seal.Certificate;
import org.cresset.seal.FreshFile;
import org.cresset.seal.PassphraseSource;
import org.cresset.seal.Sealer;
import org.cresset.seal.SigningKey;
import org.cresset.source.Sources;

/** Writes the repository with its whole history into one file, signed and encrypted. */
public final class BackingUp {
  private final Workspace workspace;
  private final Pipeline pipeline;

  public BackingUp(Workspace workspace, PassphraseSource passphrase) {
    this.workspace = workspace;
    this.pipeline = new Pipeline(workspace, Progress.SILENT, passphrase);
  }

  /**
   * What a backup holds.
   *
   * @param head the commit that HEAD names
   * @param refs how many branches, tags and other refs
   * @param uncommitted files as they lie that are not in it
   * @param recipients whose keys open it
   */
  public record Made(
      String head,
      int refs,
      long commits,
      List<String> uncommitted,
      Certificate signer,
      List<Certificate> recipients,
      FreshFile.Written file) {
    public Made {
      uncommitted = List.copyOf(uncommitted);
      recipients = List.copyOf(recipients);
    }
  }

  /**
   * Makes one.
   *
   * @param to whose keys open it; empty: the team's own
   * @throws Failure KEY without a key that signs or can be encrypted to; ENVIRONMENT outside Git,
   *     where objects are missing, or the disk fails; then there is no file, or the one from before
   */
  public Made make(Path file, List<Certificate> to, Instant asOf) {
    Configuration configuration = pipeline.configuration();
    List<Certificate> recipients = to.isEmpty() ? List.of(team(configuration)) : to;
    Sealer sealer = new Sealer(recipients, asOf);
    SigningKey signer = pipeline.key(configuration, asOf);
    try (Sources sources = Sources.open(workspace.root(), top());
        GitRepository repository = repository()) {
      Bundle bundle = repository.bundle();
      List<String> uncommitted = sources.uncommitted();
      AtomicLong commits = new AtomicLong();
      FreshFile.Written written =
          FreshFile.write(
              file, out -> sealer.seal(b -> commits.set(bundle.writeTo(b)), signer, asOf, out));
      return new Made(
          bundle.head(),
          bundle.refs(),
          commits.get(),
          uncommitted,
          signer.certificate(),
          recipients,
          written);
    } catch (IOException e) {
      throw unwritable(file, e);
    } catch (UncheckedIOException e) {
      throw unwritable(file, Objects.requireNonNull(e.getCause()));
    }
  }

  private static Failure unwritable(Path file, IOException e) {
    return new Failure(
        Failure.Kind.ENVIRONMENT,
        "can't write " + file + ": " + Reason.of(e),
        "make room and give permission there; nothing was left of it",
        e);
  }

  /** Without a key none is made: a backup that only a key made just now opens would be none. */
  private Certificate team(Configuration configuration) {
    TeamKeyring keyring = new TeamKeyring(workspace, configuration);
    return configuration.signing().byGpg()
        ? keyring.certificate(Optional.empty())
        : keyring.stored(Optional.empty()).certificate();
  }

  private Path top() {
    try (GitRepository repository = repository()) {
      return repository.workTree().orElse(workspace.content());
    }
  }

  private GitRepository repository() {
    return GitRepository.find(workspace.content().toAbsolutePath().normalize())
        .orElseThrow(() ->
            new Failure(
                Failure.Kind.ENVIRONMENT,
                workspace.root() + " is in no Git repository: there is no history to back up",
                "git init, then commit the content"));
  }
}
