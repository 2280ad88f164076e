package org.cresset.check.exit;

/** What the bytes of a file are made of, which decides what parts its words. */
enum Form {
  /** Plain text or Markdown. */
  TEXT("\n"),
  /** HTML. */
  MARKUP("<>&\""),
  /** XML that carries HTML with its angle brackets escaped, such as an Atom feed. */
  FEED("<>&\""),
  /** JSON, also in an archive that does not compress it, or a script that holds data in quotes. */
  DATA("\"\\"),
  /** Terms of an index, parted by blank lines; a word alone may be the stem of another. */
  TERMS("\n");

  /** The class of bytes between words that mean nothing. */
  static final int BLANK = 0;

  /** The class of bytes between words that have a meaning in the form. */
  static final int MARK = 1;

  private final byte[] classes = new byte[256];

  Form(String marks) {
    for (int b = 0; b < classes.length; b++) {
      if (b >= 'A' && b <= 'Z') {
        classes[b] = (byte) (b + 32);
      } else if ((b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b >= 0x80) {
        classes[b] = (byte) b;
      } else if (marks.indexOf(b) >= 0) {
        classes[b] = MARK;
      }
    }
  }

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

  /** By byte: {@link #BLANK}, {@link #MARK}, or above them the byte of a word in lower case. */
  byte[] classes() {
    return classes;
  }
}
