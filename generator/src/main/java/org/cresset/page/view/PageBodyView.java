package org.cresset.page.view;

import java.util.Optional;

/** Any other page. */
public record PageBodyView(DocView head, Optional<Tag> type, String summary) implements View {}
