/**
 * The bigger picture: addresses, names, files and holes that were seen in several incidents,
 * computed from the articles of one edition alone.
 */
@NullMarked
package org.cresset.edition.seen;

import org.jspecify.annotations.NullMarked;
