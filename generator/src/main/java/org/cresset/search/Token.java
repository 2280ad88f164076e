package org.cresset.search;

/**
 * A term of a text.
 *
 * @param term as it stands in the index: the stem of a word, or a whole code such as {@code
 *     cve-2026-12345}
 * @param form as it was written, in lower case
 * @param position of the word, counted from 0; a code stands where its first part does
 * @param start offset of its first character
 * @param end offset after its last character
 * @param code whether it is made of several parts
 */
record Token(String term, String form, int position, int start, int end, boolean code) {}
