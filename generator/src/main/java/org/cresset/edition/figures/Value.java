package org.cresset.edition.figures;

import java.math.BigDecimal;
import java.time.Duration;

/** What stands in a cell of a table. */
public sealed interface Value {
  /** How many. */
  record Count(long number) implements Value {}

  /** How long. */
  record Length(Duration time) implements Value {}

  /** How much, in the unit that the column names. */
  record Amount(BigDecimal number) implements Value {}

  /** Nothing to say: no case of that kind. */
  record None() implements Value {}

  /** As programs read it: lengths in hours with one digit after the point. */
  default String plain() {
    return switch (this) {
      case Count(long number) -> String.valueOf(number);
      case Length(Duration time) ->
          BigDecimal.valueOf(time.toMinutes())
              .divide(BigDecimal.valueOf(60), 1, java.math.RoundingMode.HALF_UP)
              .toPlainString();
      case Amount(BigDecimal number) -> number.toPlainString();
      case None() -> "";
    };
  }
}
