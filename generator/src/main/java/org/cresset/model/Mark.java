package org.cresset.model;

import org.cresset.marking.Label;

/**
 * A passage for fewer readers than the text around it, in a text that this reader may see whole:
 * lines counted from 0, both inclusive, and the label with its audiences as shown, such as {@code
 * sensitive: partner-cert}.
 */
public record Mark(int firstLine, int lastLine, Label label, String readers) {}
