package org.cresset.page.view;

import java.util.Optional;

/**
 * A former address of a document.
 *
 * @param canonical the document's absolute address, where it has one
 */
public record MovedView(Ref to, Optional<String> canonical) implements View {}
