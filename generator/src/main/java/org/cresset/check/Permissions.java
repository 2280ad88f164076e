package org.cresset.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.cresset.disclosure.Hit;
import org.cresset.disclosure.Sort;
import org.cresset.document.Document;
import org.cresset.document.Library;
import org.cresset.document.Organisation;
import org.cresset.model.Details;
import org.cresset.model.DocumentId;
import org.cresset.model.Kind;
import org.cresset.model.Permission;

/**
 * What may be told of an organisation to whom: by its standing permission in the register, or by
 * one for a case, which holds for the report and for notices about it (S12).
 */
final class Permissions {
  private static final Set<String> PUBLIC = Set.of("public", "anyone", "everyone", "press");
  private static final Set<String> POLICE = Set.of("law_enforcement", "police", "law enforcement");
  private static final Map<Sort, List<String>> WORDS =
      Map.of(
          Sort.NAME, List.of("name"),
          Sort.HOST, List.of("host", "domain", "address", "log"),
          Sort.CONTACT, List.of("contact", "phone", "mail"),
          Sort.AFTER_HOURS, List.of());
  private static final Map<String, String> GROUPS =
      Map.of("constituent", "constituents", "partner", "partners", "vendor", "vendors");

  private final Library library;
  private final SortedMap<String, Organisation> register;
  private final LocalDate today;

  Permissions(Library library, Instant asOf) {
    this.library = library;
    this.register = library.register().organisations();
    this.today = asOf.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** Whether all these readers may be told what one place tells of one or several organisations. */
  boolean allow(List<Hit> place, Receivers receivers, List<Permission> forTheCase) {
    return (!receivers.anyone() || all(place, "public", forTheCase))
        && (!receivers.police() || all(place, "law_enforcement", forTheCase))
        && receivers.members().stream()
            .allMatch(id ->
                place.stream().anyMatch(h -> h.organisation().equals(id))
                    || all(place, id, forTheCase));
  }

  private boolean all(List<Hit> place, String reader, List<Permission> forTheCase) {
    return place.stream()
        .allMatch(
            h -> standing(h, reader) || forTheCase.stream().anyMatch(p -> lifts(p, h, reader)));
  }

  private boolean standing(Hit hit, String reader) {
    Organisation o = register.get(hit.organisation());
    if (o == null) {
      return false;
    }
    Organisation.Disclosure disclosure = o.disclosure();
    boolean allowed =
        switch (hit.sort()) {
          case NAME -> disclosure.name();
          case HOST -> disclosure.hosts();
          case CONTACT -> disclosure.contacts();
          case AFTER_HOURS -> false;
        };
    // The maker of software is known by its name and site, if it allows that at all.
    boolean known = o.type().equals("vendor") && hit.sort() != Sort.CONTACT;
    return allowed && (known || disclosure.toAnyone() || disclosure.to().contains(group(reader)));
  }

  /** The group of receivers by which the register names a reader. */
  private String group(String reader) {
    Organisation member = register.get(reader);
    return member == null ? reader : GROUPS.getOrDefault(member.type(), "");
  }

  private boolean lifts(Permission p, Hit hit, String reader) {
    boolean holds =
        p.constituent().equals(hit.organisation())
            && !p.on().isAfter(today)
            && p.until().filter(u -> u.isBefore(today)).isEmpty();
    return holds && isTo(p.to().toLowerCase(Locale.ROOT), reader) && isWhat(p.what(), hit.sort());
  }

  private boolean isTo(String to, String reader) {
    if (reader.equals("public")) {
      return PUBLIC.stream().anyMatch(w -> hasWord(to, w));
    }
    if (reader.equals("law_enforcement")) {
      return POLICE.stream().anyMatch(to::contains);
    }
    return hasWord(to, reader.toLowerCase(Locale.ROOT))
        || hasWord(to, group(reader))
        || PUBLIC.stream().anyMatch(w -> hasWord(to, w));
  }

  /** What is permitted with an exception has to be read by a person. */
  private static boolean isWhat(String what, Sort sort) {
    String words = what.toLowerCase(Locale.ROOT);
    if (words.matches("(?s).*\\b(without|not|no|except|but)\\b.*") || sort == Sort.AFTER_HOURS) {
      return false;
    }
    return words.matches("all|everything")
        || WORDS.getOrDefault(sort, List.of()).stream().anyMatch(words::contains);
  }

  private static boolean hasWord(String text, String word) {
    return !word.isEmpty() && List.of(text.split("[^a-z0-9_.-]+")).contains(word);
  }

  /** The permissions of the case that a document belongs to. */
  List<Permission> of(Document d) {
    return switch (d.details()) {
      case Details.Report r -> r.permissions();
      case Details.Notice n ->
          n.of().stream()
              .map(of -> library.documents().get(new DocumentId(Kind.REPORT, of)))
              .filter(java.util.Objects::nonNull)
              .map(Document::details)
              .filter(Details.Report.class::isInstance)
              .flatMap(r -> ((Details.Report) r).permissions().stream())
              .toList();
      default -> List.of();
    };
  }
}
