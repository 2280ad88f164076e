/** What waits for the team: promises, cases, actions, reviews, retention, keys. */
@NullMarked
package org.cresset.edition.due;

import org.jspecify.annotations.NullMarked;
