/**
 * Commands, their options, and the one place that decides the exit status. Sole user of picocli.
 */
@NullMarked
package org.cresset.cli;

import org.jspecify.annotations.NullMarked;
