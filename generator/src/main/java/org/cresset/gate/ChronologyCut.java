package org.cresset.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cresset.document.BodyChronology;
import org.cresset.model.ChronologyEntry;
import org.cresset.model.MarkedText;

/**
 * Takes the entries of the section <em>Chronology</em> out of a cut body, so that a reader gets
 * them once, with those of the front matter. The lines stay as blank ones, so that line numbers and
 * marks hold.
 */
record ChronologyCut(List<ChronologyEntry> entries, MarkedText body) {

  static ChronologyCut of(MarkedText cut) {
    List<ChronologyEntry> entries = new ArrayList<>();
    String[] lines = cut.markdown().split("\n", -1);
    int heading = -1;
    boolean emptied = true;
    for (int i = 0; i <= lines.length; i++) {
      String line = i < lines.length ? lines[i] : "## ";
      if (line.startsWith("## ") || line.startsWith("# ")) {
        if (heading >= 0 && emptied) {
          lines[heading] = "";
        }
        heading = BodyChronology.isHeading(line) ? i : -1;
        emptied = true;
      } else if (heading >= 0) {
        Optional<ChronologyEntry> entry = BodyChronology.entry(line);
        entry.ifPresent(entries::add);
        if (entry.isPresent()) {
          lines[i] = "";
        } else {
          emptied &= line.isBlank();
        }
      }
    }
    return entries.isEmpty()
        ? new ChronologyCut(List.of(), cut)
        : new ChronologyCut(entries, new MarkedText(String.join("\n", lines), cut.marks()));
  }
}
