package org.cresset.text;

import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cresset.model.MarkedText;
import org.cresset.problem.Code;

/**
 * Markdown to HTML: CommonMark 0.30 with tables, footnotes, task lists, strikethrough, definition
 * lists, bare addresses and admonitions. HTML in a text is shown as text. Safe for several threads;
 * each text is parsed once.
 */
public final class Markdown {
  private static final long REMEMBERED = 64_000_000;

  /** Without a bar there is no table; looking for one would cost a tenth of the time. */
  private static final char BAR = '|';

  private final Parser withTables = parser(Stream.of(TablesExtension.create()));
  private final Parser withoutTables = parser(Stream.of());
  private final Sanitizer sanitizer = new Sanitizer();
  private final Memo memo = new Memo(REMEMBERED);

  private static Parser parser(Stream<Extension> tables) {
    MutableDataSet options = new MutableDataSet();
    options.set(TablesExtension.COLUMN_SPANS, false);
    options.set(TablesExtension.APPEND_MISSING_COLUMNS, true);
    options.set(TablesExtension.DISCARD_EXTRA_COLUMNS, true);
    options.set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true);
    options.set(TablesExtension.WITH_CAPTION, false);
    Stream<Extension> others =
        Stream.of(
            FootnoteExtension.create(),
            TaskListExtension.create(),
            StrikethroughExtension.create(),
            DefinitionExtension.create());
    options.set(Parser.EXTENSIONS, Stream.concat(tables, others).toList());
    return Parser.builder(options)
        .customBlockParserFactory(new AdmonitionParser.Factory())
        .paragraphPreProcessorFactory(new BracketMeter.Factory())
        .build();
  }

  /**
   * A text as HTML with its narrower passages framed. Never throws: what is wrong is among the
   * problems.
   */
  public Rendered render(MarkedText text) {
    return text.isEmpty() ? Rendered.EMPTY : memo.get(text, this::parse);
  }

  /** Every link, image and footnote use, with exact places in this text. */
  public List<LinkUse> links(String markdown) {
    return markdown.isBlank() ? List.of() : parse(MarkedText.of(markdown)).links();
  }

  private Rendered parse(MarkedText text) {
    Limits.Checked checked = Limits.check(text.markdown());
    List<TextProblem> problems = new ArrayList<>(checked.problems());
    if (checked.refused()) {
      return unparsed(text, problems);
    }
    Draft draft = new Draft(checked.text());
    Parser parser = draft.source.indexOf(BAR) < 0 ? withoutTables : withTables;
    try {
      Document document = parser.parse(BasedSequence.of(new Metered(draft.source)));
      new BlockWriter(draft, Parser.REFERENCES.get(document), text.marks()).document(document);
    } catch (Draft.TooDeep e) {
      problems.add(Limits.tooDeep(draft.lines.line(e.offset()), draft.lines.column(e.offset())));
      return unparsed(text, problems);
    } catch (Metered.Exhausted | StackOverflowError e) {
      problems.add(tooComplex());
      return unparsed(text, problems);
    }
    problems.addAll(draft.problems);
    return new Rendered(
        sanitizer.check(draft.out.toString()), draft.headings, draft.links, problems);
  }

  private static TextProblem tooComplex() {
    return new TextProblem(
        Code.TEXT_TOO_COMPLEX,
        0,
        0,
        1,
        "Markdown that can't be read in reasonable time",
        "text as people write it",
        "put data into fenced blocks or attach it as a file");
  }

  private static Rendered unparsed(MarkedText text, List<TextProblem> problems) {
    String source = "<pre tabindex=\"0\">" + Escape.html(text.markdown()) + "</pre>\n";
    return new Rendered(new SafeHtml(source), List.of(), List.of(), problems);
  }
}
