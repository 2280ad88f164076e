package org.cresset.edition;

import java.time.Instant;
import java.util.List;
import org.cresset.model.Revision;

/**
 * The versions of an advisory or policy; for other kinds {@code number} is empty and the dates are
 * those of the newest change to what this reader sees.
 *
 * @param number the current version, such as {@code 3}
 * @param initial when the first version was released
 * @param current when the current one was
 * @param history the revision history, oldest first
 */
public record Versions(String number, Instant initial, Instant current, List<Revision> history) {}
