/** OpenPGP: keys, signing, verifying. Sole user of Bouncy Castle. */
@NullMarked
package org.cresset.seal;

import org.jspecify.annotations.NullMarked;
