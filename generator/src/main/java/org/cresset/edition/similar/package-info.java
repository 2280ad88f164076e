/** Past incidents that may help with a present one, each with the reasons why. */
@NullMarked
package org.cresset.edition.similar;

import org.jspecify.annotations.NullMarked;
