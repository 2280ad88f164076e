package org.cresset;

import java.util.Optional;
import org.cresset.marking.Audience;
import org.cresset.release.Finished;

/**
 * What became of one edition in a run.
 *
 * @param finished empty where it was held back
 */
public record Built(Audience audience, Verdict verdict, Optional<Finished> finished) {}
