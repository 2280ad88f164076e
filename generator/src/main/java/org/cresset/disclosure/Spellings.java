package org.cresset.disclosure;

/** Compares texts as the searches do. */
public final class Spellings {
  private Spellings() {}

  /** Whether two texts differ in case, diacritics and defanging at most. */
  public static boolean same(String one, String other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(String text) {
    return Folding.of(Defanged.mend(text.strip()));
  }
}
