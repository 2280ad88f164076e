package org.cresset.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cresset.disclosure.Network;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.problem.Code;
import org.cresset.problem.Problem;
import org.cresset.problem.Span;

/**
 * What the register says of organisations: verified not too long ago, and of each network and
 * domain whose it is (S13).
 */
final class RegisterDataRules {
  /** A network larger than this is nobody's alone. */
  private static final int WIDEST_V4 = 8;

  private static final int WIDEST_V6 = 19;

  private final Findings findings;
  private final Library library;
  private final RegisterPlaces places;
  private final LocalDate today;

  RegisterDataRules(Findings findings, Library library, Instant asOf) {
    this.findings = findings;
    this.library = library;
    this.places = new RegisterPlaces(library);
    this.today = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  void check() {
    List<Organisation> all = List.copyOf(library.register().organisations().values());
    for (int i = 0; i < all.size(); i++) {
      Organisation o = all.get(i);
      verified(o);
      o.sharesWith().forEach(id -> known(o, id));
      o.addressRanges().forEach(range -> range(o, range));
      for (Organisation other : all.subList(i + 1, all.size())) {
        if (!o.sharesWith().contains(other.id()) && !other.sharesWith().contains(o.id())) {
          shared(o, other);
        }
      }
    }
  }

  private void verified(Organisation o) {
    Optional<LocalDate> on = o.verifiedOn();
    LocalDate due = today.minus(library.configuration().registerReview());
    if (on.filter(d -> d.isBefore(due) || d.isAfter(today)).isPresent()) {
      warn(
          Code.REGISTER_OUTDATED,
          places.of(o, "verified_on"),
          "an entry verified on " + on.get(),
          "a day from " + due + " to " + today,
          "ask the organisation whether the entry still holds, then write the new date");
    }
  }

  private void known(Organisation o, String id) {
    if (!library.register().organisations().containsKey(id)) {
      warn(
          Code.REGISTER_SHARED,
          places.of(o, "shares_with"),
          "'" + id + "', with whom something is shared",
          "an id of the register",
          "correct the name");
    }
  }

  private void range(Organisation o, String range) {
    Network network = Network.parse(range).orElse(Network.NONE);
    boolean inside = !Network.parse(range.replaceFirst("/.*", "")).equals(first(range));
    boolean wide = network.bits() < (network.v6() ? WIDEST_V6 : WIDEST_V4);
    if (inside || wide || network.isEverybodys()) {
      warn(
          Code.REGISTER_RANGE,
          places.of(o, range),
          "'"
              + range
              + "', "
              + (inside
                  ? "an address inside a network"
                  : wide
                      ? "a network too wide for one organisation"
                      : "which everybody uses inside"),
          inside ? "the first address of the network" : "the networks that are its alone",
          "write the networks as they are routed to the organisation, such as 192.0.2.128/26");
    }
  }

  /** The first address of the network that a text gives. */
  private static Optional<Network> first(String range) {
    return Network.parse(range).map(Network::first);
  }

  private void shared(Organisation o, Organisation other) {
    for (String range : o.addressRanges()) {
      for (String theirs : other.addressRanges()) {
        boolean overlap =
            Network.parse(range)
                .filter(n -> !n.isEverybodys())
                .filter(n -> Network.parse(theirs).filter(n::overlaps).isPresent())
                .isPresent();
        if (overlap) {
          shared(o, range, other, theirs);
        }
      }
    }
    for (String domain : o.domains()) {
      for (String theirs : other.domains()) {
        if (isBelow(domain, theirs) || isBelow(theirs, domain)) {
          shared(o, domain, other, theirs);
        }
      }
    }
  }

  private static boolean isBelow(String domain, String upper) {
    String below = "." + domain.toLowerCase(Locale.ROOT);
    return below.endsWith("." + upper.toLowerCase(Locale.ROOT));
  }

  private void shared(Organisation o, String range, Organisation other, String theirs) {
    findings.add(
        Problem.of(
                Code.REGISTER_SHARED,
                places.of(other, theirs),
                "'"
                    + theirs
                    + "' of "
                    + other.id()
                    + ", which overlaps '"
                    + range
                    + "' of "
                    + o.id(),
                "what is one organisation's alone",
                "correct one of the two, or say that it is so: shares_with: [" + o.id() + "]")
            .withRelated(List.of(places.of(o, range))),
        Optional.empty());
  }

  private void warn(Code code, Span at, String found, String expected, String help) {
    findings.add(Problem.of(code, at, found, expected, help), Optional.empty());
  }
}
