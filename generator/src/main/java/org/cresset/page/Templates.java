package org.cresset.page;

import freemarker.cache.ByteArrayTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.cresset.page.view.Model;
import org.cresset.problem.Failure;

/**
 * The templates, compiled once and used by all threads. They can't make objects, call methods or
 * read files: all they have is the model.
 */
final class Templates {
  private static final int TYPICAL_PAGE = 32 * 1024;

  private final Configuration configuration;
  private final ConcurrentMap<String, Template> compiled = new ConcurrentHashMap<>();

  Templates(TemplateFiles files) {
    ByteArrayTemplateLoader loader = new ByteArrayTemplateLoader();
    files.files().forEach(loader::putTemplate);
    configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(loader);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setObjectWrapper(new Values());
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setLocalizedLookup(false);
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  /**
   * A page.
   *
   * @param template name, such as {@code advisory.ftlh}
   * @throws Failure if the template is wrong; it names file, line, expression and page
   */
  byte[] render(String template, Model model) {
    ByteArrayOutputStream page = new ByteArrayOutputStream(TYPICAL_PAGE);
    try (Writer out = new BufferedWriter(new OutputStreamWriter(page, StandardCharsets.UTF_8))) {
      compiled.computeIfAbsent(template, this::compile).process(model, out);
    } catch (TemplateException e) {
      throw wrong(e.getTemplateSourceName() + ":" + e.getLineNumber(), model, e);
    } catch (IOException e) {
      throw wrong(template, model, e);
    }
    return page.toByteArray();
  }

  private Template compile(String name) {
    try {
      return configuration.getTemplate(name);
    } catch (ParseException e) {
      throw new Failure(
          Failure.Kind.CONTENT,
          e.getTemplateName() + ":" + e.getLineNumber() + ": " + e.getEditorMessage(),
          "Mend the template, or remove it to use the built-in one.",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Failure wrong(String place, Model model, Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new Failure(
        Failure.Kind.CONTENT,
        place + ": " + message + " (while making " + model.page().path() + ")",
        "Mend the template, or remove it to use the built-in one; templates/README.md lists the"
            + " models.",
        e);
  }
}
