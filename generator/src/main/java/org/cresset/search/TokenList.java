package org.cresset.search;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Tokens already made, as Lucene takes them. */
final class TokenList extends TokenStream {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private List<Token> tokens = List.of();
  private int next = 0;
  private int position = -1;

  TokenList of(List<Token> list) {
    tokens = list;
    return this;
  }

  @Override
  public void reset() {
    next = 0;
    position = -1;
  }

  @Override
  public boolean incrementToken() {
    if (next == tokens.size()) {
      return false;
    }
    Token token = tokens.get(next++);
    clearAttributes();
    term.append(token.term());
    increment.setPositionIncrement(token.position() - position);
    position = token.position();
    return true;
  }
}
