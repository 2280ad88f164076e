package org.cresset.problem;

/**
 * How much a problem weighs: an error keeps a document from being published, a warning does not.
 */
public enum Severity {
  ERROR,
  WARNING
}
