package org.cresset.model;

import java.time.LocalDate;

/** How many calls, mails, queries and requests came in on a day; for the team alone. */
public record Activity(LocalDate date, int calls, int emails, int queries, int requests) {}
