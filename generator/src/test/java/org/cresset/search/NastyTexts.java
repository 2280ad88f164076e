package org.cresset.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts that tell tokenizers apart, made from a seed. */
final class NastyTexts {
  private static final List<String> PIECES =
      List.of(
          "a",
          "B",
          "word",
          "gateway's",
          "0",
          "1",
          "2026",
          "CVE",
          "-",
          ".",
          ":",
          "::",
          "_",
          "@",
          "'",
          "\"",
          ",",
          ";",
          " ",
          " ",
          "\u2019",
          "\u00b7",
          "\u05d0",
          "\u05d1",
          "\u30ab",
          "\u30fc",
          "\u3042",
          "\u6f22",
          "\u5b57",
          "\u0e01",
          "\u0e31",
          "\u0301",
          "\u200d",
          "\ufe0f",
          "\u00ad",
          "\ud55c",
          "\u2010",
          "\u2013",
          "\u2212",
          "[.]",
          "[dot]",
          "(at)",
          "[@]",
          "[:]",
          "hxxp",
          "://",
          "\u0130",
          "\u03a3",
          "\u00df",
          "\uff21",
          "\uff11",
          "\u0661",
          "\ud835\udc00",
          "\ud83d\ude00",
          "\ud83c\udde6",
          "#",
          "*",
          "+",
          "/",
          "\n",
          "log4j",
          "running",
          "flies",
          "xXhxxPx",
          "\u0000",
          "\ud800",
          "don't",
          "e.g.",
          "U.S.A.",
          "1,000.50",
          "caf\u00e9");

  private NastyTexts() {}

  static List<String> made(int count) {
    Random random = new Random(20261122);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = 1 + random.nextInt(14); n > 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      texts.add(text.toString());
    }
    texts.add("x".repeat(1000));
    texts.add("ab.".repeat(300));
    texts.add("\ud835\udc00".repeat(300));
    texts.add("1.".repeat(2000));
    return texts;
  }

  /** Every character in company, many to a text. */
  static List<String> everyCharacter() {
    List<String> texts = new ArrayList<>();
    for (int from = 0; from < 0x30000; from += 64) {
      StringBuilder text = new StringBuilder();
      for (int c = from; c < from + 64; c++) {
        if (c < 0xD800 || c > 0xDFFF) {
          text.append(Character.toString(c)).append("a ").append(Character.toString(c)).append(' ');
        }
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** Words with every end that the stemmer knows, some of them twice. */
  static List<String> endings() {
    String[] starts = {
      "a", "by", "sky", "hop", "fall", "filter", "oper", "relat", "y", "yy", "control", "trouble"
    };
    String[] ends =
        ("s es ies sses ed eed ing y ational tional enci anci izer bli alli entli eli ousli ization ation ator alism"
                + " iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic"
                + " able ible ant ement ment ent ion sion tion ou ism ate iti ous ive ize e l ll le at bl iz tt zz ss")
            .split(" ");
    List<String> words = new ArrayList<>();
    for (String start : starts) {
      for (String end : ends) {
        StringBuilder line = new StringBuilder(end + " " + start + end);
        for (String more : ends) {
          line.append(' ').append(start).append(end).append(more);
        }
        words.add(line.toString());
      }
    }
    return words;
  }
}
