package org.cresset.check.exit;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A text that an edition may show.
 *
 * @param written as its author wrote it
 * @param rendered the same as readers see it: where markup stood between words, they are in other
 *     rows. Costly; asked for only where the written texts don't explain what was found, and
 *     perhaps more than once
 */
public record Own(byte[] written, Supplier<Stream<byte[]>> rendered) {}
