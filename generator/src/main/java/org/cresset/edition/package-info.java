/**
 * What one audience may see: plain records made by the gate alone, and the interfaces through which
 * they become files.
 */
@NullMarked
package org.cresset.edition;

import org.jspecify.annotations.NullMarked;
