package org.cresset.git;

import java.nio.file.Path;

/**
 * A finished file of a release.
 *
 * @param sha256 of its content, 64 hexadecimal digits
 */
public record FileRef(String sha256, Path file) {}
