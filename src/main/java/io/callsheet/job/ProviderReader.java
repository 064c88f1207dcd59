package io.callsheet.job;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code provider}. */
final class ProviderReader {

  /** vidgo-api, Submit. */
  private static final URI VIDGO_ADDRESS = URI.create("https://api.vidgo.ai");

  private static final String MODEL = "kling-3.0-motion-control";
  private static final int MOST = 1_000_000;

  private ProviderReader() {}

  static ProviderSettings read(Section provider) {
    String name =
        provider.require(
            "name",
            Forms.oneOf(
                List.of(ProviderSettings.SANDBOX, ProviderSettings.VIDGO), Function.identity()),
            ProviderSettings.SANDBOX,
            "write sandbox, or vidgo to render for credits");
    return new ProviderSettings(
        name,
        baseUrl(name, provider),
        provider.read("model", Forms.text(200), MODEL),
        provider.read("submits-per-minute", Forms.whole(1, MOST), 60),
        provider.read("max-in-flight", Forms.whole(1, MOST), 20),
        provider.read("polls-per-minute", Forms.whole(1, MOST), 600),
        provider.find("typical-render", TimeForms.duration(TimeForms.SHORTEST, TimeForms.LONGEST)));
  }

  private static @Nullable URI baseUrl(String name, Section provider) {
    if (name.equals(ProviderSettings.VIDGO)) {
      return provider.read("base-url", PlaceForms::address, VIDGO_ADDRESS);
    }
    if (provider.has("base-url")) {
      provider.refuse("base-url", "is for provider vidgo: the sandbox brings its own; delete it");
    }
    return null;
  }
}
