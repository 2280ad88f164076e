package org.cresset.cli;

import java.util.Objects;
import org.cresset.edition.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The list of commands. */
@Command(
    name = "cresset",
    description =
        "Publishes the knowledge of an incident response team from Git, one signed site for each audience.",
    mixinStandardHelpOptions = true,
    versionProvider = CressetCommand.Number.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      InitCommand.class,
      NewCommand.class,
      ImportCommand.class,
      CheckCommand.class,
      ServeCommand.class,
      BuildCommand.class,
      ReleaseCommand.class,
      ReviseCommand.class,
      WithdrawCommand.class,
      LogCommand.class,
      AttachCommand.class,
      HandoverCommand.class,
      DueCommand.class,
      NotifyCommand.class,
      SearchCommand.class,
      StatsCommand.class,
      HistoryCommand.class,
      ExplainCommand.class,
      SignCommand.class,
      RenewCommand.class,
      PublishCommand.class,
      ForgetCommand.class,
      VerifyCommand.class,
      KeysCommand.class,
      EncryptCommand.class,
      OpenCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
    },
    footer = {
      "",
      "Examples:",
      "  cresset build                     make the signed sites from content/",
      "  cresset check                     say what is wrong, write nothing",
      "  cresset COMMAND --help            options and examples of a command",
      "",
      "Exit status: 0 done, 1 errors in the content, 2 wrong command line, 3 not genuine,",
      "4 no usable key, 5 the environment failed, 6 genuine but stale, 70 a fault of Cresset.",
    })
final class CressetCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    CommandLine line = Objects.requireNonNull(spec).commandLine();
    line.usage(line.getOut());
  }

  /** The version, as {@code --version} prints it. */
  static final class Number implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"cresset " + Version.current()};
    }
  }
}
