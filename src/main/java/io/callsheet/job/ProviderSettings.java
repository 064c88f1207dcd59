package io.callsheet.job;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which service renders, and how fast it may be asked.
 *
 * @param name {@code sandbox} or {@code vidgo}
 * @param baseUrl of the service; null for {@code sandbox}, whose address is known when it has
 *     started
 * @param model the service's name of the model
 * @param typicalRender assumed until render times are learned; null when the job does not say
 */
public record ProviderSettings(
    String name,
    @Nullable URI baseUrl,
    String model,
    int submitsPerMinute,
    int maxInFlight,
    int pollsPerMinute,
    @Nullable Duration typicalRender) {
  public static final String SANDBOX = "sandbox";
  public static final String VIDGO = "vidgo";

  public boolean isSandbox() {
    return name.equals(SANDBOX);
  }

  /** Scheme, host and port of the service; the sandbox is one service wherever it listens. */
  public String origin() {
    if (baseUrl == null) {
      return SANDBOX;
    }
    int port = baseUrl.getPort();
    return baseUrl.getScheme() + "://" + baseUrl.getHost() + (port < 0 ? "" : ":" + port);
  }
}
