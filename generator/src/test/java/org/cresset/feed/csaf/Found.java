package org.cresset.feed.csaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A provider's files as a stranger finds them, by address.
 *
 * @param tree the root of the site
 * @param url where it is served
 */
record Found(Path tree, String url) {
  private static final ObjectMapper JSON = new ObjectMapper();
  static final String FOLDER = ".well-known/csaf/";

  /** What a server would answer without a redirection. */
  Optional<byte[]> get(String address) {
    if (!address.startsWith(url)) {
      return Optional.empty();
    }
    Path file = tree.resolve(address.substring(url.length()));
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String address) {
    return new String(get(address).orElse(new byte[0]), StandardCharsets.UTF_8);
  }

  JsonNode json(String address) {
    try {
      return JSON.readTree(text(address));
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  String folder() {
    return url + FOLDER;
  }

  JsonNode metadata() {
    return json(folder() + "provider-metadata.json");
  }

  /** The documents that lie in the years' folders: {@code 2026/x.json}. */
  List<String> documents() {
    Path base = tree.resolve(FOLDER);
    try (Stream<Path> all = Files.walk(base)) {
      return all.map(p -> base.relativize(p).toString())
          .filter(p -> p.matches("[0-9]{4}/.*\\.json"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode document(String file) {
    return json(folder() + file);
  }

  String label(String file) {
    return document(file).at("/document/distribution/tlp/label").asText();
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** The addresses of the feeds. */
  List<String> feeds() {
    return each(metadata().path("distributions"))
        .flatMap(d -> each(d.at("/rolie/feeds")))
        .map(f -> f.path("url").asText())
        .toList();
  }
}
