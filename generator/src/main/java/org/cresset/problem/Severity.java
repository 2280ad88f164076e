package org.cresset.problem;

/**
 * How much a problem weighs: an error keeps a document from being published, a warning does not; a
 * note says only what was decided.
 */
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
