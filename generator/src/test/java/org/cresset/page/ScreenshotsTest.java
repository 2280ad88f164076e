package org.cresset.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cresset.testkit.Demonstration;
import org.cresset.testkit.Tool;
import org.junit.jupiter.api.Test;

/**
 * The manual's pictures are pages of the demonstration, and show what their alternative texts say.
 * {@code mvn -B -q -Dtest=ScreenshotsTest -Dscreenshots=write test} takes them anew; pixels, which
 * depend on the fonts of a machine, are never compared.
 */
class ScreenshotsTest {
  private static final Path HOME =
      Path.of(System.getProperty("cresset.home", "..")).toAbsolutePath().normalize();
  private static final Path IMAGES = HOME.resolve("docs/images");
  private static final Pattern NAMED = Pattern.compile("!\\[([^]]*)]\\([^)]*images/([^)]+)\\)");
  private static final int WIDTH = 1120;
  private static final long MOST_BYTES = 1_500_000;

  /**
   * A picture of the top of a page.
   *
   * @param edition the edition, as a name
   * @param address below the edition's root, with a query
   * @param shows words that stand in the picture and in its alternative text
   */
  private record Picture(
      String name, String edition, String address, int height, List<String> shows) {}

  private static final List<Picture> PICTURES =
      List.of(
          new Picture(
              "advisory.png",
              "public",
              "advisories/2026/csa-2026-k7f3/index.html",
              1130,
              List.of("What to do", "Affected", "Solutions")),
          new Picture(
              "desk.png",
              "staff",
              "index.html",
              1260,
              List.of("overdue", "Promised updates", "Open cases", "Next update")),
          new Picture(
              "report.png",
              "staff",
              "reports/4417093826/index.html",
              960,
              List.of("Resolution", "Timeline", "observation", "hearsay")),
          new Picture(
              "search.png",
              "staff",
              "search/index.html?q=mail+gateway",
              760,
              List.of("Kind", "Severity", "report", "advisory")),
          new Picture(
              "observable.png",
              "staff",
              "observables/ipv4/198.51.100.23/index.html",
              860,
              List.of("Seen at 4 sites", "first seen", "How it is known")),
          new Picture(
              "statistics.png",
              "staff",
              "statistics/index.html",
              800,
              List.of("Incidents by month", "came in", "closed", "open at the end")),
          new Picture(
              "training.png",
              "staff",
              "reports/4417093826/training/index.html",
              1080,
              List.of("The first call", "What would you do now", "What was done")),
          new Picture(
              "policies.png",
              "staff",
              "policies/index.html",
              1040,
              List.of("In force", "Next review", "overdue")),
          new Picture(
              "member.png",
              "lowtide",
              "index.html",
              700,
              List.of("New for you", "touch your software", "Why it is here")));

  @Test
  void pagesShowWhatTheManualSaysOfTheirPictures() throws Exception {
    Tool.CHROMIUM.require();
    List<String> wrong = new ArrayList<>();
    boolean write = "write".equals(System.getProperty("screenshots"));
    BrowserType.LaunchOptions chromium =
        new BrowserType.LaunchOptions()
            .setExecutablePath(Tool.CHROMIUM.find())
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    try (Playwright playwright = Playwright.create();
        Browser browser = playwright.chromium().launch(chromium)) {
      for (Picture picture : PICTURES) {
        Page page = open(browser, picture);
        for (String words : picture.shows()) {
          List<Locator> places = page.getByText(words).all();
          // Only there, where the fonts are those of the picture.
          if (write ? places.stream().noneMatch(p -> lies(p, picture)) : places.isEmpty()) {
            wrong.add(picture.name() + " does not show “" + words + "”");
          }
        }
        if (write) {
          save(page.screenshot(), IMAGES.resolve(picture.name()));
        }
        page.context().close();
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** With 16 shades of each colour, and so few that a byte tells which: half the size. */
  private static void save(byte[] png, Path file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    for (int i = 0; i < pixels.length; i++) {
      // The nearest multiple of 17 in each of red, green and blue.
      int shades = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        shades |= (((pixels[i] >> shift & 0xff) + 8) / 17 * 17) << shift;
      }
      pixels[i] = shades;
    }
    int[] palette = IntStream.of(pixels).distinct().sorted().limit(256).toArray();
    IndexColorModel colours =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage small =
        new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    small.setRGB(0, 0, width, image.getHeight(), pixels, 0, width);
    ImageIO.write(small, "png", file.toFile());
  }

  private static boolean lies(Locator place, Picture picture) {
    BoundingBox box = place.boundingBox();
    return box != null && box.width > 0 && box.y + box.height < picture.height();
  }

  private static Page open(Browser browser, Picture picture) {
    Page page =
        browser
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(WIDTH, picture.height())
                    .setColorScheme(ColorScheme.LIGHT))
            .newPage();
    Path tree = Demonstration.tree(picture.edition()).toAbsolutePath();
    page.navigate(tree.toUri() + picture.address());
    if (picture.address().contains("?")) {
      page.locator("#results li").first().waitFor();
    }
    return page;
  }

  @Test
  void everyPictureIsInTheManualAndItsAlternativeTextSaysWhatItShows() throws Exception {
    SortedMap<String, String> texts = named();
    assertThat(texts.keySet())
        .containsExactlyInAnyOrderElementsOf(PICTURES.stream().map(Picture::name).toList());
    for (Picture picture : PICTURES) {
      String text = texts.getOrDefault(picture.name(), "").toLowerCase(Locale.ROOT);
      assertThat(picture.shows())
          .as("the alternative text of %s", picture.name())
          .allMatch(words -> text.contains(words.toLowerCase(Locale.ROOT)));
    }
    try (Stream<Path> files = Files.list(IMAGES)) {
      List<Path> all = files.toList();
      assertThat(all).extracting(f -> f.getFileName().toString()).hasSameElementsAs(texts.keySet());
      assertThat(all.stream().mapToLong(f -> f.toFile().length()).sum()).isLessThan(MOST_BYTES);
    }
  }

  /** The pictures that pages of the manual name, with their alternative texts. */
  private static SortedMap<String, String> named() throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> docs = Files.list(HOME.resolve("docs"))) {
      for (Path page : Stream.concat(Stream.of(HOME.resolve("README.md")), docs).toList()) {
        if (page.toString().endsWith(".md")) {
          NAMED
              .matcher(Files.readString(page))
              .results()
              .forEach((MatchResult m) -> texts.put(m.group(2), m.group(1)));
        }
      }
    }
    return texts;
  }
}
