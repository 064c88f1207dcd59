package io.callsheet.cli;

import io.callsheet.job.SandboxSettings;
import io.callsheet.model.ExitCode;
import io.callsheet.sandbox.Sandbox;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = {
      "Runs the stand-in for Vidgo and S3 alone, until it is stopped. It takes no money and needs"
          + " no network."
    })
final class SandboxCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port of the Vidgo server; 0: the one used last, else any that is free.")
  private int port;

  private final Workplace workplace;

  SandboxCommand(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    StopSignals.handle(stop::countDown);
    try (Sandbox sandbox =
        Sandbox.start(
            workplace.home().sandbox(), SandboxSettings.DEFAULT, port, workplace.clock())) {
      Terminal terminal = workplace.terminal();
      terminal.say("The sandbox is up; Ctrl-C stops it. To use it as if it were the real service:");
      terminal.say("");
      terminal.say("  export CALLSHEET_API_KEY=" + sandbox.apiKey());
      terminal.say("  export AWS_ACCESS_KEY_ID=" + sandbox.accessKey());
      terminal.say("  export AWS_SECRET_ACCESS_KEY=" + sandbox.secretKey());
      terminal.say("");
      terminal.say("and in the job file:");
      terminal.say("");
      terminal.say("  provider: {name: vidgo, base-url: \"" + sandbox.vidgoUrl() + "\"}");
      terminal.say(
          "  storage: {bucket: %s, endpoint: \"%s\", region: us-east-1, path-style: true}"
              .formatted(sandbox.bucket(), sandbox.s3Url()));
      stop.await();
    } catch (IOException e) {
      throw UserError.refused("the sandbox cannot start: " + e.getMessage());
    }
    return ExitCode.DONE.code();
  }
}
