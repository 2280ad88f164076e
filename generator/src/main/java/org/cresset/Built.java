package org.cresset;

import java.util.Optional;
import org.cresset.marking.Audience;
import org.cresset.problem.Failure;
import org.cresset.release.Finished;

/**
 * What became of one edition in a run.
 *
 * @param finished empty where nothing came of it; of a sealed edition that is held back, its last
 *     release in a new file
 * @param failure why it could not be made at all, where a key is missing
 */
public record Built(
    Audience audience, Verdict verdict, Optional<Finished> finished, Optional<Failure> failure) {}
