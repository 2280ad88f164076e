package org.cresset.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateSequenceModel;
import java.util.List;
import java.util.Optional;
import org.cresset.text.Escape;
import org.cresset.text.SafeHtml;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a value in a template. Only texts, numbers, truth values, lists, sanitised HTML
 * and records of {@code page.view} have a form there; anything else is refused, so that no
 * reflection ever starts. An absent {@link Optional} is a missing value. {@link SafeHtml} alone is
 * printed without escaping; of other texts what would hide or reorder is shown by its number.
 */
@NullUnmarked
final class Values implements ObjectWrapper {
  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
    if (value instanceof String text) {
      // As most are: the switch looks at one type after the other.
      return new SimpleScalar(Escape.visible(text));
    }
    return switch (value) {
      case null -> null;
      case TemplateModel model -> model;
      case Record view -> new RecordModel(this, view);
      case Number number -> new SimpleNumber(number);
      case Boolean truth -> truth ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
      case SafeHtml html -> HTMLOutputFormat.INSTANCE.fromMarkup(html.toString());
      case Optional<?> optional -> wrap(optional.orElse(null));
      case List<?> list -> new Sequence(this, list);
      default -> throw new TemplateModelException("no form for " + value.getClass().getName());
    };
  }

  private record Sequence(Values values, List<?> list) implements TemplateSequenceModel {
    @Override
    public TemplateModel get(int index) throws TemplateModelException {
      return index < 0 || index >= list.size() ? null : values.wrap(list.get(index));
    }

    @Override
    public int size() {
      return list.size();
    }
  }
}
