package org.cresset.preview;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page on which an author chooses whose eyes to look through. */
final class SwitchPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Preview</title>
      <link rel="stylesheet" href="/_preview/live.css">
      <script src="/_preview/live.js" defer></script>
      </head>
      <body class="cresset-preview-page">
      <main>
      <h1>Preview</h1>
      <p>Choose the edition to look at. It shows what its readers may see, and nothing else.</p>
      <ul>
      """;
  private static final String FOOT =
      """
      </ul>
      <p><a href="/">To the first page</a></p>
      </main>
      </body>
      </html>
      """;

  private SwitchPage() {}

  static byte[] html(List<String> editions, String current) {
    StringBuilder html = new StringBuilder(HEAD);
    for (String name : editions) {
      String value = URLEncoder.encode(name, StandardCharsets.UTF_8);
      html.append("<li><a href=\"/_preview/?edition=").append(value).append('"');
      html.append(name.equals(current) ? " aria-current=\"true\">" : ">");
      html.append(escaped(name)).append("</a></li>\n");
    }
    return html.append(FOOT).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
