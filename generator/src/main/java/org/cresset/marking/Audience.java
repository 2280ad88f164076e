package org.cresset.marking;

import java.time.Instant;

/**
 * Who one edition is for.
 *
 * @param id the edition's name, as in {@code --edition}
 * @param readers anyone, the team, or one registered organisation
 * @param sealed whether the edition leaves the machine only encrypted
 */
public record Audience(String id, Readers readers, boolean sealed) {
  /** Anyone, the team, or one member of the register. */
  public sealed interface Readers {}

  public record Anyone() implements Readers {}

  public record Team() implements Readers {}

  /** One registered constituent, partner or vendor, which may have agreed to plain delivery. */
  public record Member(String id, boolean plainAgreed) implements Readers {}

  public boolean isTeam() {
    return readers instanceof Team;
  }

  public boolean isPublic() {
    return readers instanceof Anyone;
  }

  /**
   * The one rule of who reads what: may this audience read a text so marked? A passage needs the
   * right to read its document and the passage.
   */
  public boolean mayRead(Marking marking, Instant asOf) {
    if (marking.classification() == Classification.CLASSIFIED) {
      return false;
    }
    return switch (readers) {
      case Team() -> sealed || marking.classification() != Classification.HIGHLY_SENSITIVE;
      case Anyone() ->
          isReleased(marking, asOf) && marking.classification() == Classification.PUBLIC;
      case Member(String id, boolean plainAgreed) -> mayMemberRead(id, plainAgreed, marking, asOf);
    };
  }

  private boolean mayMemberRead(String id, boolean plainAgreed, Marking marking, Instant asOf) {
    if (!isReleased(marking, asOf)) {
      return sealed
          && (marking.preview().contains(id) || (!marking.draft() && marking.only().contains(id)));
    }
    return switch (marking.classification()) {
      case PUBLIC -> true;
      case PRIVATE -> (sealed || plainAgreed) && marking.only().contains(id);
      case SENSITIVE, HIGHLY_SENSITIVE -> sealed && marking.only().contains(id);
      case CLASSIFIED -> false;
    };
  }

  private static boolean isReleased(Marking marking, Instant asOf) {
    return !marking.draft() && !marking.embargoed(asOf);
  }
}
