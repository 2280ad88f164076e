package org.cresset.page.view;

/** What goes to somebody about a report. */
public record NoticeView(DocView head, Tag type, String approvedBy, String legalBasis)
    implements View {}
