package io.callsheet.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/runs?user=me&password=hush",
        "jdbc:postgresql://me:hush@127.0.0.1:1/runs",
        "jdbc:postgresql://me:hu@sh@127.0.0.1:1/runs?password=hush",
        "jdbc:postgres://me:hush@127.0.0.1:1/runs?password=hush",
        "postgresql://me:hush@127.0.0.1:1/runs"
      })
  void an_address_that_cannot_be_used_is_told_without_its_password(String url) {
    LedgerAddress.Server server = new LedgerAddress.Server(url, "me", "hush");
    assertThatThrownBy(() -> Database.open(server))
        .isInstanceOf(LedgerUnavailable.class)
        .message()
        .contains("127.0.0.1:1/runs", "CALLSHEET_DB_URL")
        .doesNotContain("hush", "hu@sh");
  }

  @Test
  void a_password_that_a_driver_repeats_is_hidden() {
    LedgerAddress.Server server = new LedgerAddress.Server("jdbc:postgresql://h/d", "me", "hush");
    assertThat(server.plain("FATAL: no entry for me with hush"))
        .isEqualTo("FATAL: no entry for me with …");
  }
}
