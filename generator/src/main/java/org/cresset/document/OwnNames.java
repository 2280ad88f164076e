package org.cresset.document;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The team's own mail address and hosts, which lie perhaps in a constituent's domain. */
public final class OwnNames {
  private OwnNames() {}

  public static List<String> of(Configuration configuration) {
    Stream<String> hosts =
        Stream.concat(
                Stream.of(configuration.site().url()), configuration.team().namespace().stream())
            .map(OwnNames::host)
            .filter(Objects::nonNull);
    return Stream.concat(Stream.of(configuration.team().email()), hosts).toList();
  }

  private static @Nullable String host(String url) {
    try {
      return URI.create(url).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
