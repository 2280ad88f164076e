package org.cresset.page;

import java.util.function.Supplier;

/**
 * A file to be made.
 *
 * @param inputs digest of everything it depends on
 */
record Job(String path, String inputs, Supplier<byte[]> content) {}
