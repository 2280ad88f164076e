package org.cresset.text;

import com.vladsch.flexmark.parser.block.AbstractBlockParser;
import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockContinue;
import com.vladsch.flexmark.parser.block.BlockParser;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.CustomBlockParserFactory;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Admonitions as MkDocs authors know them: three exclamation marks, text indented by four. */
final class AdmonitionParser extends AbstractBlockParser {
  private static final int INDENT = 4;
  private static final long LINE_STEPS = 200;
  private final AdmonitionBlock block;

  private AdmonitionParser(AdmonitionBlock block) {
    this.block = block;
  }

  @Override
  public Block getBlock() {
    return block;
  }

  @Override
  public boolean isContainer() {
    return true;
  }

  @Override
  public boolean canContain(ParserState state, BlockParser parser, Block child) {
    return true;
  }

  @Override
  public BlockContinue tryContinue(ParserState state) {
    if (state.isBlank()) {
      return BlockContinue.atIndex(state.getNextNonSpaceIndex());
    }
    return state.getIndent() >= INDENT
        ? BlockContinue.atColumn(state.getColumn() + INDENT)
        : BlockContinue.none();
  }

  @Override
  public void closeBlock(ParserState state) {
    block.setCharsFromContent();
  }

  /** Starts the parser at a line that begins with {@code !!!}. */
  static final class Factory implements CustomBlockParserFactory {
    @Override
    public BlockParserFactory apply(DataHolder options) {
      return new Starter(options);
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

  private static final class Starter extends AbstractBlockParserFactory {
    Starter(DataHolder options) {
      super(options);
    }

    @Override
    public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      BasedSequence line = state.getLine();
      chargeParagraph(state, line);
      if (state.getIndent() >= INDENT) {
        return BlockStart.none();
      }
      int at = state.getNextNonSpaceIndex();
      if (at + 3 >= line.length()
          || line.charAt(at) != '!'
          || line.charAt(at + 1) != '!'
          || line.charAt(at + 2) != '!') {
        return BlockStart.none();
      }
      String head = line.subSequence(at + 3, line.length()).toString().strip();
      int word = wordEnd(head);
      String rest = head.substring(word).strip();
      int quote = rest.indexOf('"');
      int close = rest.lastIndexOf('"');
      if (word == 0
          || (!rest.isEmpty() && close != rest.length() - 1)
          || (quote >= 0 && quote == close)) {
        return BlockStart.none();
      }
      String title = quote < 0 ? "" : rest.substring(quote + 1, close);
      AdmonitionBlock block =
          new AdmonitionBlock(head.substring(0, word).toLowerCase(Locale.ROOT), title);
      block.setChars(line.subSequence(at, line.length()));
      return BlockStart.of(new AdmonitionParser(block)).atIndex(line.length());
    }

    /** Each line of a paragraph costs time for all lines before it. */
    private static void chargeParagraph(ParserState state, BasedSequence line) {
      BlockParser open = state.getActiveBlockParser();
      if (open.isParagraphParser() && open.getBlockContent() != null) {
        Metered.charge(line, LINE_STEPS * open.getBlockContent().getLineCount());
      }
    }

    private static int wordEnd(String head) {
      int i = 0;
      while (i < head.length()
          && (Character.isLetterOrDigit(head.charAt(i)) || head.charAt(i) == '-')) {
        i++;
      }
      return i;
    }
  }
}
