package io.callsheet.asset.remote;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that nobody but the tests believes. */
final class TestCertificate {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final SSLContext context;

  /**
   * @param host that it is good for
   */
  TestCertificate(Path folder, String host) throws Exception {
    Path store = folder.resolve(host + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("keytool.txt")));
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    mine.init(keys, PASSWORD);
    KeyStore believed = KeyStore.getInstance("PKCS12");
    believed.load(null, null);
    believed.setCertificateEntry("test", keys.getCertificate("test"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    context = SSLContext.getInstance("TLS");
    context.init(mine.getKeyManagers(), trust.getTrustManagers(), null);
  }

  /** For a server that shows it, and for a client that believes it. */
  SSLContext context() {
    return context;
  }
}
