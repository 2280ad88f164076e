package org.cresset.model;

/** A document elsewhere ({@code external}) or another form of this one ({@code self}). */
public record Reference(String summary, String url, String category) {}
