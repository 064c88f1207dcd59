package io.callsheet.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the ledger lives. */
public sealed interface LedgerAddress {
  /**
   * An H2 file, made when it is missing.
   *
   * @param folder that holds it and nothing else of H2
   */
  record File(Path folder) implements LedgerAddress {}

  /**
   * A PostgreSQL database.
   *
   * @param url {@code jdbc:postgresql:…}
   */
  record Server(String url, @Nullable String user, @Nullable String password)
      implements LedgerAddress {
    /** Where it is, without what an address may say of user and password. */
    @Override
    public String toString() {
      return url.replaceFirst("[?;].*", "").replaceFirst("//.*@", "//");
    }

    /** A driver's words without the password: some say the whole address. */
    String plain(String words) {
      String plain = words.replace(url, toString()).replaceAll("(?i)(password)=[^&;\\s]*", "$1=…");
      String bare = plain.replaceAll("//[^/\\s]*@", "//");
      return password == null || password.isEmpty() ? bare : bare.replace(password, "…");
    }
  }
}
