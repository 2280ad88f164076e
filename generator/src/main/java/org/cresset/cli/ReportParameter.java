package org.cresset.cli;

import picocli.CommandLine.Parameters;

/** The report that a command changes. */
final class ReportParameter {
  @Parameters(index = "0", paramLabel = "ID", description = "the report")
  String id = "";
}
