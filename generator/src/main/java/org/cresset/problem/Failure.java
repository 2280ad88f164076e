package org.cresset.problem;

import java.util.Optional;

/**
 * Something that stops a command as a whole, as opposed to a {@link Problem} of one document. The
 * command line turns its kind into an exit status, in one place.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a command can't go on. */
  public enum Kind {
    /** The content has errors that concern everything, such as a broken cresset.yaml. */
    CONTENT,
    /** The command line is wrong. */
    USAGE,
    /** A signature or release does not verify. */
    NOT_GENUINE,
    /** A key is missing, locked or expired. */
    KEY,
    /** Disk, permission, Git. */
    ENVIRONMENT,
    /** Genuine, but past its time. */
    STALE,
  }

  private final Kind kind;
  private final String help;

  public Failure(Kind kind, String message, String help) {
    super(message);
    this.kind = kind;
    this.help = help;
  }

  public Failure(Kind kind, String message, String help, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.help = help;
  }

  public Kind kind() {
    return kind;
  }

  /** What to do about it; may be empty. */
  public String help() {
    return help;
  }

  /** The message, never null. */
  public String text() {
    return Optional.ofNullable(getMessage()).orElse("");
  }
}
