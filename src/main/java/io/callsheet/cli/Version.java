package io.callsheet.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    @Nullable String built = App.class.getPackage().getImplementationVersion();
    return new String[] {
      "Callsheet " + (built == null ? "(unpackaged)" : built),
      "Java " + System.getProperty("java.version")
    };
  }
}
