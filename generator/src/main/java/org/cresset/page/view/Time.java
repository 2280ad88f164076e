package org.cresset.page.view;

/**
 * A date or time.
 *
 * @param machine ISO 8601
 * @param shown such as {@code 22 Nov 2026, 02:14 UTC}
 * @param local the same in the team's time zone, or empty
 */
public record Time(String machine, String shown, String local) {}
