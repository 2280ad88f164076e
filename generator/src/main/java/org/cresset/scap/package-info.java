/**
 * What the field's enumerations and scales say of a value: CVSS, CWE, package URLs, version ranges.
 * Sole user of the CVSS calculator and of the package URL library.
 */
@NullMarked
package org.cresset.scap;

import org.jspecify.annotations.NullMarked;
