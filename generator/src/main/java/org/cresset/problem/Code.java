package org.cresset.problem;

import java.util.Locale;

/**
 * The rules. Each has a page in the manual with a failing and a mended example; its name in
 * messages is the constant's in lower case with dashes, as in {@code
 * error[classification-missing]}.
 */
public enum Code {
  // What lies in the repository
  SOURCE_NOT_GIT(Severity.WARNING),
  SOURCE_SHALLOW(Severity.WARNING),
  SOURCE_UNCOMMITTED(Severity.WARNING),
  SOURCE_SYMLINK(Severity.ERROR),
  SOURCE_SUBMODULE(Severity.ERROR),
  SOURCE_LFS_POINTER(Severity.ERROR),
  SOURCE_CASE_TWIN(Severity.ERROR),
  SOURCE_TOO_LARGE(Severity.ERROR),
  SOURCE_NOT_TEXT(Severity.ERROR),
  SOURCE_CORRUPT(Severity.ERROR),
  SOURCE_NAME(Severity.ERROR),
  SOURCE_UNMERGED(Severity.ERROR),
  SOURCE_UNREADABLE(Severity.ERROR),
  SOURCE_LOCKED(Severity.WARNING),
  FILE_UNUSED(Severity.ERROR),
  FILE_UNKNOWN_FOLDER(Severity.ERROR),

  // Markdown
  TEXT_LINE_TOO_LONG(Severity.ERROR),
  TEXT_TOO_DEEP(Severity.ERROR),
  TEXT_TOO_MANY_REFERENCES(Severity.ERROR),
  TEXT_TOO_COMPLEX(Severity.ERROR),
  TEXT_HIDDEN_CHARACTER(Severity.ERROR),
  TEXT_LONG_RUN(Severity.WARNING),
  TEXT_LINK_REFUSED(Severity.WARNING),
  TEXT_PLACEHOLDER(Severity.WARNING),

  // How front matter, the register and cresset.yaml are written
  FRONT_MATTER_MISSING(Severity.ERROR),
  FRONT_MATTER_UNCLOSED(Severity.ERROR),
  YAML_INVALID(Severity.ERROR),
  YAML_UNQUOTED(Severity.ERROR),
  YAML_FORBIDDEN(Severity.ERROR),
  YAML_DUPLICATE_KEY(Severity.ERROR),
  YAML_TOO_LARGE(Severity.ERROR),
  YAML_TOO_DEEP(Severity.ERROR),
  KEY_UNKNOWN(Severity.ERROR),
  KEY_MISSING(Severity.ERROR),
  VALUE_TYPE(Severity.ERROR),
  VALUE_INVALID(Severity.ERROR),
  DATE_INVALID(Severity.ERROR),
  TIME_INVALID(Severity.ERROR),
  ID_INVALID(Severity.ERROR),
  ID_DUPLICATE(Severity.ERROR),
  ID_TELLS(Severity.ERROR),

  // Who may read it
  CLASSIFICATION_MISSING(Severity.ERROR),
  CLASSIFICATION_UNKNOWN(Severity.ERROR),
  CLASSIFIED_REFUSED(Severity.ERROR),
  HIGHLY_SENSITIVE_PLAIN(Severity.ERROR),
  HIGHLY_SENSITIVE_HISTORY(Severity.WARNING),
  ONLY_MISSING(Severity.ERROR),
  ONLY_TOO_WIDE(Severity.ERROR),
  AUDIENCE_UNKNOWN(Severity.ERROR),
  AUDIENCE_CANNOT_READ(Severity.ERROR),
  TLP_CONFLICT(Severity.ERROR),
  ORIGIN_PERMISSION(Severity.ERROR),
  DECLASSIFIED_BY_MISSING(Severity.ERROR),
  FENCE_MALFORMED(Severity.ERROR),
  FENCE_NESTED(Severity.ERROR),
  FENCE_UNCLOSED(Severity.ERROR),
  FENCE_DEFINITION(Severity.ERROR),

  // What it tells
  DISCLOSURE_NAME(Severity.ERROR),
  DISCLOSURE_HOST(Severity.ERROR),
  DISCLOSURE_CONTACT(Severity.ERROR),
  DISCLOSURE_ACCEPTED(Severity.NOTE),
  DISCLOSURE_OK_UNUSED(Severity.WARNING),
  SECRET_TOLD(Severity.ERROR),
  PERSONAL_DATA(Severity.WARNING),

  // What it points to
  LINK_DANGLING(Severity.ERROR),
  LINK_ACROSS_WALL(Severity.ERROR),
  LINK_AMBIGUOUS(Severity.ERROR),
  REFERENCE_DANGLING(Severity.ERROR),
  REFERENCE_CYCLE(Severity.ERROR),
  ALIAS_SHARED(Severity.WARNING),
  ALIAS_TAKEN(Severity.WARNING),
  TERM_SHARED(Severity.WARNING),
  TERM_UNDEFINED(Severity.ERROR),
  ATTACHMENT_MISSING(Severity.ERROR),
  ATTACHMENT_NAME(Severity.ERROR),
  ATTACHMENT_TOO_WIDE(Severity.ERROR),
  ATTACHMENT_TYPE(Severity.ERROR),
  ATTACHMENT_METADATA(Severity.ERROR),

  // Advisories
  ADVISORY_NO_PRODUCTS(Severity.ERROR),
  ADVISORY_NO_SEVERITY(Severity.ERROR),
  ADVISORY_NO_EXPLOITATION(Severity.ERROR),
  ADVISORY_NO_SOLUTION(Severity.ERROR),
  ADVISORY_NO_IMPACT(Severity.ERROR),
  ADVISORY_NO_WAY_OUT(Severity.ERROR),
  ADVISORY_NO_NEXT_UPDATE(Severity.ERROR),
  ADVISORY_NOT_WITHDRAWN(Severity.ERROR),
  ADVISORY_PROFILE(Severity.ERROR),
  ADVISORY_SEVERITY(Severity.ERROR),
  PRODUCT_UNKNOWN(Severity.ERROR),
  PRODUCT_RANGE(Severity.ERROR),
  PRODUCT_CONTRADICTION(Severity.ERROR),
  VERSION_MISMATCH(Severity.ERROR),
  VERSION_UNCHANGED(Severity.ERROR),
  VERSION_ORDER(Severity.ERROR),

  // Follow-up reports
  REPORT_NO_CHRONOLOGY(Severity.ERROR),
  REPORT_NOT_CLOSED(Severity.ERROR),
  REPORT_UNMARKED(Severity.ERROR),
  REPORT_UNTESTED(Severity.ERROR),
  REPORT_TIMES(Severity.ERROR),
  REPORT_QUESTION_MISSING(Severity.WARNING),
  REPORT_GAP(Severity.WARNING),
  REPORT_HANDOVER(Severity.WARNING),
  REPORT_CURRENCIES(Severity.WARNING),
  REPORT_SUPPOSITION(Severity.WARNING),
  REPORT_BLAME(Severity.WARNING),
  HEARSAY_SOURCE(Severity.ERROR),
  CHRONOLOGY_LINE(Severity.ERROR),
  METHOD_UNKNOWN(Severity.ERROR),

  // Small events
  CSV_INVALID(Severity.ERROR),

  // Policies, notices, register, site
  POLICY_NOT_APPROVED(Severity.ERROR),
  POLICY_REVIEW_DUE(Severity.WARNING),
  NOTICE_RULE(Severity.ERROR),
  REGISTER_INCOMPLETE(Severity.ERROR),
  REGISTER_OUTDATED(Severity.WARNING),
  REGISTER_KEY(Severity.ERROR),
  REGISTER_KEY_EXPIRES(Severity.WARNING),
  REGISTER_RANGE(Severity.WARNING),
  REGISTER_SHARED(Severity.WARNING),
  REGISTER_NAME_TAKEN(Severity.ERROR),
  SECURITY_TXT_EXPIRY(Severity.WARNING),
  CHARTER_INCOMPLETE(Severity.WARNING),
  PAGE_NAME_TAKEN(Severity.ERROR),
  HELD_BACK(Severity.ERROR);

  private final Severity severity;

  Code(Severity severity) {
    this.severity = severity;
  }

  public Severity severity() {
    return severity;
  }

  /** The name used in messages and as the manual's anchor. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
