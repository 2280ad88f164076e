package org.cresset.media;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** What files carry besides what they show; by their bytes, whatever their names say. */
public final class Hidden {
  private static final Set<String> INERT =
      Set.of(
          "asc", "csv", "eml", "ioc", "jpeg", "jpg", "json", "log", "pcap", "pcapng", "pdf", "pem",
          "png", "ps1", "py", "rules", "sh", "sig", "sigma", "svg", "toml", "tsv", "txt", "webp",
          "xml", "yaml", "yar", "yara", "yml");
  private static final Set<String> PACKED = Set.of("7z", "bz2", "gz", "tgz", "xz", "zip", "zst");

  private Hidden() {}

  /**
   * Whether a file of that name may be attached: types that a browser does not run, and which can
   * be looked into. Archives can't, and are for the team alone.
   */
  public static boolean isAllowed(String name, boolean team) {
    String type = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return INERT.contains(type) || (team && PACKED.contains(type));
  }

  /** What a file carries unseen, in words; empty if nothing was found. */
  public static SortedSet<String> in(byte[] content) {
    if (Bytes.starts(content, 0, "%PDF-")) {
      return Pdf.hidden(content);
    }
    return clean(content)
        .map(Clean::found)
        .orElseGet(() -> Svg.isOne(content) ? Svg.hidden(content) : Collections.emptySortedSet());
  }

  /** The same picture without what it carries unseen; empty for anything but JPEG, PNG and WebP. */
  public static Optional<Clean> clean(byte[] content) {
    if (Bytes.starts(content, 0, "\u00ff\u00d8\u00ff")) {
      return Optional.of(Jpeg.clean(content));
    }
    if (Bytes.starts(content, 0, "\u0089PNG\r\n\u001a\n")) {
      return Optional.of(Png.clean(content));
    }
    if (Bytes.starts(content, 0, "RIFF") && Bytes.starts(content, 8, "WEBP")) {
      return Optional.of(Webp.clean(content));
    }
    return Optional.empty();
  }

  /** What may be attached, for messages. */
  public static List<String> allowed() {
    return INERT.stream().sorted().toList();
  }
}
