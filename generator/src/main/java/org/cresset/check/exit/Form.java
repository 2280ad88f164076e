package org.cresset.check.exit;

/** What the bytes of a file are made of, which decides what parts its words. */
enum Form {
  /** Plain text or Markdown. */
  TEXT,
  /** HTML. */
  MARKUP,
  /** XML that carries HTML with its angle brackets escaped, such as an Atom feed. */
  FEED,
  /** JSON, also in an archive that does not compress it, or a script that holds data in quotes. */
  DATA,
  /** Terms of an index, parted by blank lines; a word alone may be the stem of another. */
  TERMS;

  static Form of(String path) {
    String suffix = path.substring(path.lastIndexOf('.') + 1);
    return switch (suffix) {
      case "html" -> MARKUP;
      case "atom", "xml" -> FEED;
      case "json", "js", "zip" -> DATA;
      case "terms" -> TERMS;
      default -> TEXT;
    };
  }
}
