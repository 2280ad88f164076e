package org.cresset.search;

/**
 * A word or code as it becomes a term.
 *
 * @param form as written, in lower case
 * @param stem as it stands in the index
 * @param formNumber of the form in the {@link Lexicon}; -1 where it is the stem
 * @param stemNumber of the stem there
 * @param hasDigit whether the form has one of 0 to 9
 * @param address whether it is an IPv4 address or network, which only a code is
 */
record Word(
    String form, String stem, int formNumber, int stemNumber, boolean hasDigit, boolean address) {}
