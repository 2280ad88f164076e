package org.cresset.intake;

import java.util.Map;

/** Where the records of a file go, one by one, so that no file is ever held as a whole. */
interface Input {
  /** A record that could be read. */
  void record(String place, Map<String, Object> record);

  /** A record, or the rest of a file, that could not. */
  void refused(String place, String why);
}
