package org.cresset.breach.one;

import org.cresset.breach.two.Egg;

/** Half of a cycle. */
public record Hen(Egg from) {}
