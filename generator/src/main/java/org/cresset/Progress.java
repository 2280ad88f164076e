package org.cresset;

/** Told how far a long run is; shown on a terminal, ignored elsewhere. */
public interface Progress {
  Progress SILENT = step -> {};

  /** The last step of a run. */
  String DONE = "done";

  /** What is being done now. */
  void step(String what);
}
