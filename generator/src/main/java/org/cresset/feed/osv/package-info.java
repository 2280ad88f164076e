/** Advisories on packages as records of the Open Source Vulnerability format (OSV 1.7). */
@NullMarked
package org.cresset.feed.osv;

import org.jspecify.annotations.NullMarked;
