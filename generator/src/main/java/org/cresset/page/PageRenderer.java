package org.cresset.page;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.cresset.edition.Edition;
import org.cresset.edition.Renderer;
import org.cresset.edition.SiteWriter;
import org.cresset.parallel.Evenly;
import org.cresset.problem.Problems;
import org.cresset.text.Markdown;

/**
 * Makes the HTML pages of an edition, its assets and attachments, {@code verify/verify.sh} and
 * {@code keys/team.asc}. One renderer serves all editions; pages are made on all cores.
 */
public final class PageRenderer implements Renderer {
  private final TemplateFiles files;
  private final Templates templates;
  private final Markdown markdown;

  /**
   * @param templates folders with templates and assets that stand in for the built-in ones; the
   *     first folder wins, and folders that aren't there count for nothing
   * @throws org.cresset.problem.Failure if a folder can't be read
   */
  public PageRenderer(List<Path> templates, Markdown markdown) {
    this.files = TemplateFiles.read(templates);
    this.templates = new Templates(files);
    this.markdown = markdown;
  }

  @Override
  public void render(Edition edition, SiteWriter out, Problems problems) {
    Frame frame = new Frame(edition, templates, markdown, files.digest());
    Evenly.each(new Pages(frame).jobs(), j -> out.write(j.path(), j.inputs(), j.content()));
    Evenly.each(
        new StaticFiles(edition, files).jobs(), j -> out.write(j.path(), j.inputs(), j.content()));
    if (frame.insight().hasObservables()) {
      String table = ObservableTable.of(frame.insight().seen());
      out.write(Observables.TABLE, table.getBytes(StandardCharsets.UTF_8));
      out.sign(Observables.TABLE);
    }
  }

  /** Whether a page is one at a former address, which only leads to another. */
  public static boolean leadsElsewhere(byte[] page) {
    // In text there is no such sign.
    return new String(page, StandardCharsets.UTF_8).contains("<meta http-equiv=\"refresh\"");
  }

  /** The fixed text of templates and assets: words that a page may hold whatever its edition. */
  public List<byte[]> wording() {
    return List.copyOf(files.files().values());
  }
}
