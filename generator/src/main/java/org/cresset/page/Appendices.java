package org.cresset.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cresset.edition.Article;
import org.cresset.edition.Asset;
import org.cresset.edition.Paths;
import org.cresset.page.view.ReportView.Appendix;

/** Log extracts and other text files of a report, printed with it so that the dossier is whole. */
final class Appendices {
  private static final String TEXT =
      ".*\\.(log|txt|csv|tsv|json|eml|conf|cfg|ini|sh|diff|md5|sha256)";
  private static final int MOST_LINES = 300;
  private static final int MOST_BYTES = 256 * 1024;

  private Appendices() {}

  static List<Appendix> of(Article article) {
    return article.assets().values().stream()
        .distinct()
        .filter(asset -> asset.name().matches(TEXT))
        .flatMap(asset -> appendix(article, asset).stream())
        .toList();
  }

  private static Optional<Appendix> appendix(Article article, Asset asset) {
    byte[] bytes = asset.content().get();
    if (bytes.length > MOST_BYTES) {
      return Optional.empty();
    }
    return decoded(bytes)
        .map(text -> {
          List<String> lines = text.lines().toList();
          int shown = Math.min(MOST_LINES, lines.size());
          return new Appendix(
              asset.title(),
              Paths.relative(article.path(), asset.path()),
              asset.sha256(),
              lines.subList(0, shown).stream().collect(Collectors.joining("\n")),
              shown,
              lines.size());
        });
  }

  /** Only what is text; control characters would hide or reorder what a reader sees. */
  private static Optional<String> decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean plain =
          text.codePoints()
              .allMatch(c ->
                  c == '\n'
                      || c == '\r'
                      || c == '\t'
                      || (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT));
      return plain && !text.isBlank() ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
