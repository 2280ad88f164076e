package org.cresset.edition;

import java.util.SortedMap;
import org.cresset.marking.Label;
import org.cresset.model.MarkedText;

/** The introduction of a section's list page, from {@code _index.md}. */
public record Intro(String title, Label label, MarkedText body, SortedMap<String, Link> links) {}
