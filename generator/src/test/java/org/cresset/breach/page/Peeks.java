package org.cresset.breach.page;

import org.cresset.document.Library;

/** A page that looks behind the gate. */
final class Peeks {
  int count(Library library) {
    return library.documents().size();
  }
}
