package org.cresset.page.view;

import java.util.Optional;

/**
 * How to check a release and a document.
 *
 * @param script whether verify.sh lies beside the page
 * @param example an advisory to try it with
 */
public record VerifyView(boolean script, Optional<Example> example) implements View {
  public record Example(Ref document, String text, String signature, String folderUrl) {}
}
