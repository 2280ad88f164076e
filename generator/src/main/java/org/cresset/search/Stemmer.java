package org.cresset.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * English stems by Porter's algorithm. Only words of the letters a to z are stemmed; names with
 * digits and words of other scripts stay as they are. Not for several threads at once.
 */
final class Stemmer {
  private static final int KEPT = 200_000;

  private final Map<String, String> known = new HashMap<>();
  private final OneWord word = new OneWord();
  private final PorterStemFilter filter = new PorterStemFilter(word);

  String stem(String lowerCase) {
    String stem = known.get(lowerCase);
    if (stem != null) {
      return stem;
    }
    if (known.size() >= KEPT) {
      known.clear();
    }
    String made = isPlain(lowerCase) ? word.through(filter, lowerCase) : lowerCase;
    known.put(lowerCase, made);
    return made;
  }

  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
        return false;
      }
    }
    return true;
  }

  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private String next = "";

    String through(TokenStream end, String word) {
      next = word;
      try {
        end.incrementToken();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return term.toString();
    }

    @Override
    public boolean incrementToken() {
      term.setEmpty().append(next);
      return true;
    }
  }
}
