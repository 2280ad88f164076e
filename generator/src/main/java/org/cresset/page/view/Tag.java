package org.cresset.page.view;

/** A word with the token that style sheets know it by. */
public record Tag(String token, String word) {}
