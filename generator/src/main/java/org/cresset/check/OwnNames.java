package org.cresset.check;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cresset.document.Configuration;

/** The team's own mail address and hosts, which lie perhaps in a constituent's domain. */
final class OwnNames {
  private OwnNames() {}

  static List<String> of(Configuration configuration) {
    Stream<String> hosts =
        Stream.concat(
                Stream.of(configuration.site().url()), configuration.team().namespace().stream())
            .map(OwnNames::host)
            .filter(Objects::nonNull);
    return Stream.concat(Stream.of(configuration.team().email()), hosts).toList();
  }

  private static @org.jspecify.annotations.Nullable String host(String url) {
    try {
      return URI.create(url).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
