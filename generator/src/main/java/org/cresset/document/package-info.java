/**
 * Source files read into records: front matter, passages, the register, the configuration. Sole
 * user of the YAML parser.
 */
@NullMarked
package org.cresset.document;

import org.jspecify.annotations.NullMarked;
