package org.cresset.text;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.PolicyFactory;

/**
 * The second opinion on our own HTML: a sanitiser that knows nothing of Markdown reads it against
 * an allow-list. Text that it finds nothing wrong with stays as it is; otherwise what it makes of
 * it is used.
 */
final class Sanitizer {
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{Nd}-]{1,120}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");
  private static final Pattern CLASS = Pattern.compile("[\\p{L}\\p{Nd} _.+#-]{1,120}");

  private final PolicyFactory policy =
      new HtmlPolicyBuilder()
          .allowElements("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd")
          .allowElements("blockquote", "pre", "code", "em", "strong", "del", "br", "hr", "sup")
          .allowElements("table", "thead", "tbody", "tr", "th", "td", "div", "section", "b", "span")
          .allowElements("a", "img")
          .allowWithoutAttributes("span", "a", "img")
          .allowUrlProtocols("http", "https", "mailto", "tel", "doc", "term")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("src", "alt")
          .onElements("img")
          .allowAttributes("loading")
          .matching(false, "lazy")
          .onElements("img")
          .allowAttributes("title")
          .onElements("a", "img")
          .allowAttributes("start")
          .matching(NUMBER)
          .onElements("ol")
          .allowAttributes("scope")
          .matching(false, "col")
          .onElements("th")
          .allowAttributes("tabindex")
          .matching(false, "0")
          .onElements("div", "pre")
          .allowAttributes("role", "aria-label", "data-label")
          .onElements("div", "section", "span", "a", "li")
          .allowAttributes("data-dest")
          .matching(NUMBER)
          .onElements("a", "img")
          .allowAttributes("class")
          .matching(CLASS)
          .globally()
          .allowAttributes("id")
          .matching(ID)
          .globally()
          .toFactory();

  SafeHtml check(String html) {
    AtomicBoolean refused = new AtomicBoolean();
    HtmlSanitizer.sanitize(html, policy.apply(new Nowhere(), new Listener(), refused));
    return new SafeHtml(refused.get() ? policy.sanitize(html) : html);
  }

  /** Writing its own version of what it accepts would cost a third of the time. */
  private static final class Nowhere implements HtmlStreamEventReceiver {
    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {}

    @Override
    public void closeTag(String element) {}

    @Override
    public void text(String text) {}
  }

  private static final class Listener implements HtmlChangeListener<AtomicBoolean> {
    @Override
    public void discardedTag(@Nullable AtomicBoolean refused, String element) {
      note(refused);
    }

    @Override
    public void discardedAttributes(
        @Nullable AtomicBoolean refused, String tag, String... attributes) {
      note(refused);
    }

    private static void note(@Nullable AtomicBoolean refused) {
      if (refused != null) {
        refused.set(true);
      }
    }
  }
}
