package org.cresset.text;

import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/** {@code !!! observation "title"} and the lines indented below it. */
final class AdmonitionBlock extends Block {
  private final String type;
  private final String title;

  AdmonitionBlock(String type, String title) {
    this.type = type;
    this.title = title;
  }

  String type() {
    return type;
  }

  /** What stands in quotes, as written; may be empty. */
  String title() {
    return title;
  }

  @Override
  public BasedSequence[] getSegments() {
    return EMPTY_SEGMENTS;
  }
}
