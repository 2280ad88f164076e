package org.cresset;

import java.util.List;
import java.util.Optional;
import org.cresset.check.Finding;
import org.cresset.edition.Signer;
import org.cresset.problem.Failure;

/**
 * What a run did.
 *
 * @param findings everything wrong, for the team
 * @param key the fingerprint that signed, and whether it is for demonstration
 * @param remarks on the keys, for operators
 */
public record Report(
    Collected collected,
    List<Finding> findings,
    List<Built> editions,
    Signer key,
    List<String> remarks) {

  /** Why an edition could not be made, if one could not. */
  public Optional<Failure> failure() {
    return editions.stream().flatMap(e -> e.failure().stream()).findFirst();
  }

  /** Whether anything was faulty, for whoever asked for these editions. */
  public boolean hasErrors(boolean all) {
    boolean held = editions.stream().anyMatch(e -> !e.verdict().good());
    List<Finding> concerning =
        all ? findings : editions.stream().flatMap(e -> e.verdict().findings().stream()).toList();
    return held || concerning.stream().anyMatch(f -> f.problem().isError());
  }
}
