package org.cresset.edition;

import org.cresset.problem.Problems;

/** Makes files of an edition: pages, feeds, search. Called once for an edition; may use threads. */
public interface Renderer {
  void render(Edition edition, SiteWriter out, Problems problems);
}
