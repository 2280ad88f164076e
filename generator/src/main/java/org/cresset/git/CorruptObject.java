package org.cresset.git;

/** An object that the repository lacks, or that is not what its id promises. */
public final class CorruptObject extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String object;

  CorruptObject(String object, String message) {
    super(message);
    this.object = object;
  }

  CorruptObject(String object, String message, Throwable cause) {
    super(message, cause);
    this.object = object;
  }

  /** The object's id, 40 hexadecimal digits. */
  public String object() {
    return object;
  }

  /** What is wrong with it, with its id. */
  public String text() {
    return "object " + object + " " + getMessage();
  }
}
