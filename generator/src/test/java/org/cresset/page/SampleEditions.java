package org.cresset.page;

import java.util.List;
import java.util.Optional;
import org.cresset.edition.Article;
import org.cresset.edition.Edition;
import org.cresset.model.Details;
import org.cresset.model.Kind;
import org.cresset.model.Status;

/** Whole editions for tests, with something of every kind. */
final class SampleEditions {
  private SampleEditions() {}

  static Edition forAnyone() {
    return Samples.publicEdition(true, common());
  }

  static Edition staff() {
    return Samples.staffEdition(common());
  }

  private static Article[] common() {
    return new Article[] {
      SampleAdvisories.gateway(), SampleAdvisories.interim(), SampleAdvisories.withdrawn(), csirt()
    };
  }

  static Article csirt() {
    return Samples.article(
            Kind.TERM,
            "csirt",
            "Computer security incident response team",
            new Details.Term(Optional.of("CSIRT"), List.of("incident response team"), List.of()),
            "A group of people who help when computers are attacked.\n\nIt does more.\n")
        .status(Status.PUBLISHED)
        .build();
  }
}
