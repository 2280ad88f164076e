package org.cresset.disclosure;

import java.util.List;

/**
 * What is registered of one organisation.
 *
 * @param names its name and other names
 * @param ranges addresses or networks in CIDR notation, well-formed
 * @param people names of contacts
 * @param reach mail addresses and telephone numbers of contacts
 * @param afterHours those for use after hours
 */
public record Registered(
    String id,
    List<String> names,
    List<String> domains,
    List<String> ranges,
    List<String> people,
    List<String> reach,
    List<String> afterHours) {}
