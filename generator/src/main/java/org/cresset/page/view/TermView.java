package org.cresset.page.view;

import java.util.List;

/** A glossary entry. */
public record TermView(DocView head, String abbreviation, List<String> also) implements View {}
