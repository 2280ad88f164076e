package org.cresset.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the repository of a knowledge base calls other repositories. */
public final class Remotes {
  private Remotes() {}

  /** The address that a remote is pushed to, if there is a remote of that name. */
  public static Optional<String> url(Path repository, String name) {
    HostProgram.Ended said =
        new HostProgram(List.of("git", "-C", repository.toString()))
            .run("remote", "get-url", "--push", "--", name);
    return said.status() == 0 ? said.lines().stream().findFirst() : Optional.empty();
  }
}
