package org.cresset.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.cresset.check.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files carry unseen is found, and pictures are freed of it without another pixel. */
class HiddenTest {
  private static final String SECRET = "taken at 27.47S 153.02E by dm";

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void pictureWithoutMetadataStaysAsItIs(String format) throws Exception {
    byte[] picture = picture(format);
    assertThat(Hidden.in(picture)).isEmpty();
    assertThat(Hidden.clean(picture).orElseThrow().content()).isEqualTo(picture);
  }

  @Test
  void jpegLosesAllButThePicture() throws Exception {
    byte[] plain = picture("jpg");
    byte[] exif = insert(plain, 2, segment(0xe1, "Exif\0\0" + SECRET));
    byte[] more = insert(exif, 2, segment(0xfe, SECRET));
    byte[] most = insert(more, 2, segment(0xe1, "http://ns.adobe.com/xap/1.0/\0" + SECRET));
    byte[] all = join(most, SECRET.getBytes(StandardCharsets.ISO_8859_1));
    cleaned(all, plain);
    assertThat(Hidden.in(all))
        .containsExactly(
            "EXIF (camera, time, place)", "XMP", "a comment", "bytes after the picture");
  }

  @Test
  void pngLosesAllButThePicture() throws Exception {
    byte[] plain = picture("png");
    int end = plain.length - 12;
    byte[] text = insert(plain, end, chunk("tEXt", "Author\0" + SECRET));
    byte[] exif = insert(text, end, chunk("eXIf", SECRET));
    byte[] own = insert(exif, 33, chunk("dmSe", SECRET));
    byte[] all = join(own, SECRET.getBytes(StandardCharsets.ISO_8859_1));
    cleaned(all, plain);
    assertThat(Hidden.in(all))
        .containsExactly(
            "EXIF (camera, time, place)",
            "a chunk dmSe",
            "bytes after the picture",
            "text (Author)");
  }

  @Test
  void webpLosesAllButThePicture() {
    byte[] head = riff("VP8X", new byte[] {0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    byte[] picture = riff("VP8L", "picture".getBytes(StandardCharsets.ISO_8859_1));
    byte[] all =
        webp(join(join(head, picture), riff("EXIF", SECRET.getBytes(StandardCharsets.ISO_8859_1))));
    byte[] headAfter = riff("VP8X", new byte[10]);
    assertThat(Hidden.clean(all).orElseThrow().content()).isEqualTo(webp(join(headAfter, picture)));
    assertThat(Hidden.in(all)).containsExactly("EXIF (camera, time, place)");
  }

  private static void cleaned(byte[] all, byte[] plain) throws IOException {
    byte[] clean = Hidden.clean(all).orElseThrow().content();
    assertThat(clean).isEqualTo(plain);
    assertThat(ImageIO.read(new ByteArrayInputStream(clean))).isNotNull();
    assertThat(new String(all, StandardCharsets.ISO_8859_1)).contains(SECRET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <rect/>                                           |
          <!-- dm -->                                       | a comment
          <metadata>dm</metadata>                           | <metadata>
          <script>1</script>                                | <script>
          <g onload="x()"/>                                 | a program in onload
          <i:g xmlns:i="http://www.inkscape.org/" i:n="/home/dm"/> | data of a drawing program
          <image href="https://example.org/track.png"/>     | a reference to something outside
          <use href="#a"/>                                  |
          <rect>                                            | something that is no XML
          """)
  void svg(String inside, String found) {
    String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\">" + inside + "</svg>";
    assertThat(String.join(", ", Hidden.in(svg.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(found == null ? "" : found);
  }

  @Test
  void pdf() throws Exception {
    assertThat(Hidden.in(pdf("<< /Type /Page >>"))).isEmpty();
    assertThat(Hidden.in(pdf("<< /Author (dm) /#50roducer (x) >>")))
        .containsExactly("/Author", "/Producer");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write("<< /Author (dm) >>".getBytes(StandardCharsets.ISO_8859_1));
    }
    String stream = packed.toString(StandardCharsets.ISO_8859_1);
    assertThat(Hidden.in(pdf("<< /Filter /FlateDecode >> stream\n" + stream + "\nendstream")))
        .containsExactly("/Author");
    assertThat(Hidden.in(pdf("stream\n\u00ff\u00d8Exif\0\0" + SECRET + "\nendstream")))
        .containsExactly("a picture with EXIF");
  }

  @Test
  void fixCleansWhatOthersMayHaveAndNoEvidence(@TempDir Path folder) throws Exception {
    KnowledgeBase base = KnowledgeBase.in(folder.toRealPath());
    byte[] plain = picture("png");
    byte[] marked = insert(plain, plain.length - 12, chunk("tEXt", "Author\0" + SECRET));
    for (String name : new String[] {"public", "private\nonly: []"}) {
      String path = "content/pages/" + name.substring(0, 6) + "/";
      base.write(
          path + "index.md",
          "---\ntitle: P\nclassification: " + name + "\n---\n![a picture](a.png)\n");
      Files.write(base.root().resolve(path + "a.png"), marked);
    }
    assertThat(base.run("check", "--quiet").text())
        .contains("content/pages/public/index.md:5:14: error[attachment-metadata]", "text (Author)")
        .doesNotContain("pages/privat/");
    assertThat(base.run("check", "--fix").status()).isZero();
    assertThat(base.root().resolve("content/pages/public/a.png")).hasBinaryContent(plain);
    assertThat(base.root().resolve("content/pages/privat/a.png")).hasBinaryContent(marked);
  }

  private static byte[] picture(String format) throws IOException {
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 4, 0x336699);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] pdf(String inside) {
    return ("%PDF-1.7\n" + inside + "\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] segment(int marker, String text) {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer segment = ByteBuffer.allocate(content.length + 4);
    segment.put((byte) 0xff).put((byte) marker).putShort((short) (content.length + 2)).put(content);
    return segment.array();
  }

  private static byte[] chunk(String type, String text) {
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(type.getBytes(StandardCharsets.ISO_8859_1));
    crc.update(content);
    ByteBuffer chunk = ByteBuffer.allocate(content.length + 12);
    chunk.putInt(content.length).put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content);
    chunk.putInt((int) crc.getValue());
    return chunk.array();
  }

  private static byte[] riff(String type, byte[] content) {
    ByteBuffer chunk =
        ByteBuffer.allocate(8 + content.length + content.length % 2).order(ByteOrder.LITTLE_ENDIAN);
    chunk.put(type.getBytes(StandardCharsets.ISO_8859_1)).putInt(content.length).put(content);
    return chunk.array();
  }

  private static byte[] webp(byte[] chunks) {
    return riff("RIFF", join("WEBP".getBytes(StandardCharsets.ISO_8859_1), chunks));
  }

  private static byte[] insert(byte[] into, int at, byte[] what) {
    ByteBuffer all = ByteBuffer.allocate(into.length + what.length);
    return all.put(into, 0, at).put(what).put(into, at, into.length - at).array();
  }

  private static byte[] join(byte[] a, byte[] b) {
    return insert(a, a.length, b);
  }
}
