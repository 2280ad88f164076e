package org.cresset.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * All that a command knows of the world: streams, environment, clock. Tests give their own.
 *
 * @param terminal whether standard error is a terminal, where progress may be shown
 */
public record Surroundings(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Clock clock,
    Path directory,
    boolean terminal) {}
