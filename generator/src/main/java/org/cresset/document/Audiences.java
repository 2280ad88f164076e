package org.cresset.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cresset.marking.Audience;

/** The audiences for which {@code cresset.yaml} has editions. */
public final class Audiences {
  private static final Map<String, String> EACH =
      Map.of("each constituent", "constituent", "each partner", "partner", "each vendor", "vendor");

  private Audiences() {}

  /** By edition id; {@code each …} makes one for each member, named by its register id. */
  public static List<Audience> of(Configuration configuration, Register register) {
    List<Audience> audiences = new ArrayList<>();
    for (Configuration.EditionOptions options : configuration.editions()) {
      String type = EACH.get(options.readers());
      if (type != null) {
        register.organisations().values().stream()
            .filter(o -> o.type().equals(type))
            .forEach(o -> audiences.add(member(o.id(), o, options.sealed())));
      } else if (register.organisations().get(options.readers()) instanceof Organisation o) {
        audiences.add(member(options.id(), o, options.sealed()));
      } else {
        readers(options.readers())
            .ifPresent(r -> audiences.add(new Audience(options.id(), r, options.sealed())));
      }
    }
    return audiences;
  }

  /** Whether the words after {@code readers:} mean anything. */
  public static boolean isKnown(String readers, Register register) {
    return EACH.containsKey(readers)
        || readers(readers).isPresent()
        || register.organisations().containsKey(readers);
  }

  private static Optional<Audience.Readers> readers(String word) {
    return switch (word) {
      case "anyone" -> Optional.of(new Audience.Anyone());
      case "team" -> Optional.of(new Audience.Team());
      default -> Optional.empty();
    };
  }

  /** Where plain delivery was agreed, nothing is sealed, and what needs a seal stays here. */
  private static Audience member(String id, Organisation o, boolean sealed) {
    boolean plain = o.delivery().plain();
    return new Audience(id, new Audience.Member(o.id(), plain), sealed && !plain);
  }
}
