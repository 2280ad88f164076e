package org.cresset.check;

import org.cresset.marking.Audience;
import org.cresset.source.SourceTree;

/** The sources as they were at the last release of one audience's edition. */
public record LastRelease(Audience audience, SourceTree sources) {}
