package io.callsheet.ledger;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /** A user before the host, which the driver takes for part of the host's name. */
    private static final Pattern USER = Pattern.compile("//(.*@)");

    /** Where it is, without what an address may say of user and password. */
    @Override
    public String toString() {
      return url.replaceFirst("[?;].*", "").replaceFirst("//.*@", "//");
    }

    /** A driver's words without the password: some say the whole address, some its beginning. */
    String plain(String words) {
      String plain = words.replace(url, toString());
      Matcher user = USER.matcher(url);
      plain = user.find() ? plain.replace(user.group(1), "") : plain;
      plain = plain.replaceAll("(?i)(password)=[^&;\\s]*", "$1=…");
      return password == null || password.isEmpty() ? plain : plain.replace(password, "…");
    }
  }
}
