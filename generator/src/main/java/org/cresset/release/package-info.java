/**
 * Stages, verifies and publishes releases, and verifies published ones; the only writer under
 * {@code site/}.
 */
@NullMarked
package org.cresset.release;

import org.jspecify.annotations.NullMarked;
