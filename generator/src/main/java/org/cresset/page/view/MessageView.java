package org.cresset.page.view;

/** A page without a model of its own: the page of errors, the search page. */
public record MessageView() implements View {}
