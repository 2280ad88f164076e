package org.cresset.page.view;

/** The whole model of a template. */
public record Model(SiteView site, PageView page, View doc) {}
