package org.cresset.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import org.cresset.document.BrokenConfiguration;
import org.cresset.edition.Version;
import org.cresset.problem.Failure;
import org.cresset.problem.ProblemPrinter;
import org.cresset.problem.Visible;
import picocli.CommandLine;

/** Parses the command line, runs the command, and says how it ended. */
public final class Cli {
  private final Surroundings world;

  public Cli(Surroundings world) {
    this.world = world;
  }

  /** Runs one command; the result is its exit status. */
  public int run(String... args) {
    CommandLine line =
        new CommandLine(new CressetCommand(), new Commands(world))
            .setExecutionExceptionHandler(this::failed)
            .setParameterExceptionHandler(this::misused)
            .setOut(writer(world.out()))
            .setErr(writer(world.err()))
            .setUsageHelpAutoWidth(false)
            .setUsageHelpWidth(100)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setAbbreviatedOptionsAllowed(false)
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    int status = run(line, args);
    world.out().flush();
    world.err().flush();
    return status;
  }

  /** What is thrown for want of stack or memory is a fault like any other, not a bare trace. */
  private int run(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (Error e) {
      return fault(e);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
    return switch (e) {
      case Failure failure -> say(failure);
      case BrokenConfiguration broken -> say(broken);
      case InvalidPathException path -> say(unnamable(path));
      default -> fault(e);
    };
  }

  private static Failure unnamable(InvalidPathException e) {
    return new Failure(
        Failure.Kind.USAGE,
        "'" + Visible.line(e.getInput()) + "' can't be the name of a file: " + e.getReason(),
        "where names have other letters than ASCII: LC_ALL=C.UTF-8 cresset …",
        e);
  }

  private int say(Failure failure) {
    world.err().println("cresset: " + failure.text());
    if (!failure.help().isEmpty()) {
      world.err().println("help: " + failure.help());
    }
    return ExitStatus.of(failure.kind()).number();
  }

  private int say(BrokenConfiguration broken) {
    world.out().print(new ProblemPrinter(false).text(broken.problems()));
    return ExitStatus.CONTENT.number();
  }

  private int fault(Throwable e) {
    world
        .err()
        .println("cresset: a fault of the program itself; please report it with the lines below");
    world.err().println("version " + Version.current());
    e.printStackTrace(world.err());
    return ExitStatus.FAULT.number();
  }

  private int misused(CommandLine.ParameterException e, String[] args) {
    world.err().println("cresset: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, writer(world.err()));
    world.err().println("help: cresset " + name(e.getCommandLine()) + "--help");
    return ExitStatus.USAGE.number();
  }

  private static String name(CommandLine line) {
    return line.getParent() == null ? "" : name(line.getParent()) + line.getCommandName() + " ";
  }
}
