package org.cresset.page.view;

/** The keys. {@code armoured} is the signing key's public form, as in keys/team.asc. */
public record KeysView(String armoured) implements View {}
