package org.cresset.text;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessor;
import com.vladsch.flexmark.parser.block.ParagraphPreProcessorFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the brackets of long paragraphs: closing one looks at all that are open. */
final class BracketMeter implements ParagraphPreProcessor {
  private static final int SHORT = 2_000;
  private static final int DIVISOR = 4;

  @Override
  public int preProcessBlock(Paragraph block, ParserState state) {
    BasedSequence content = block.getContentChars();
    if (content.length() > SHORT) {
      long brackets = content.toString().chars().filter(c -> c == '[').count();
      Metered.charge(content, brackets * brackets / DIVISOR);
    }
    return 0;
  }

  /** Makes one for each document. */
  static final class Factory implements ParagraphPreProcessorFactory {
    @Override
    public ParagraphPreProcessor apply(ParserState state) {
      return new BracketMeter();
    }

    @Override
    public @Nullable Set<Class<?>> getAfterDependents() {
      return null;
    }

    @Override
    public @Nullable Set<Class<?>> getBeforeDependents() {
      return null;
    }

    @Override
    public boolean affectsGlobalScope() {
      return false;
    }
  }
}
