/**
 * Finds in a text what may tell too much: names, hosts, addresses and contacts of registered
 * organisations, secrets, and personal data. It knows texts alone, not who reads them.
 */
@NullMarked
package org.cresset.disclosure;

import org.jspecify.annotations.NullMarked;
