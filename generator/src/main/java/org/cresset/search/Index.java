package org.cresset.search;

/** The names of the index's own fields; those of {@link Field} have their own. */
final class Index {
  static final String TITLE = "title";
  static final String TEXT = "text";

  /** Words as written, where that is not their stem. */
  static final String FORM = "form";

  /** The digest of the article and of all that made the document of it. */
  static final String KEY = "key";

  /** The order of documents in the index, see {@link SearchDocument#order}. */
  static final String ORDER = "order";

  static final String STORED = "stored";

  /** How much more a word weighs in a title. */
  static final float TITLE_BOOST = 2f;

  private Index() {}
}
