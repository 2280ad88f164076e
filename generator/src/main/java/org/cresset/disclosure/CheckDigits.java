package org.cresset.disclosure;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers that prove by their own digits what they are. */
final class CheckDigits {
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  private CheckDigits() {}

  /** A payment card's (ISO/IEC 7812-1, annex B): 13 to 19 digits. */
  static boolean luhn(String text) {
    String digits = text.replaceAll("\\D", "");
    if (digits.length() < 13 || digits.length() > 19 || digits.chars().distinct().count() < 4) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : digit * 2;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /** A bank account's (ISO 13616). */
  static boolean iban(String text) {
    String plain = text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    if (!plain.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
      return false;
    }
    StringBuilder number = new StringBuilder();
    (plain.substring(4) + plain.substring(0, 4))
        .chars()
        .forEach(c -> number.append(Character.digit(c, 36)));
    return new BigInteger(number.toString()).mod(MODULUS).equals(BigInteger.ONE);
  }
}
