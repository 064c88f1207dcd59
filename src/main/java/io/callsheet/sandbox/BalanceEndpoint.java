package io.callsheet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.math.BigDecimal;

/** {@code GET /api/user/balance}. */
final class BalanceEndpoint implements Endpoint {
  private final ApiKey key;
  private final TaskBook book;

  /** The account as the service shows it (vidgo-api, Credits). */
  record Data(String email, BigDecimal creditsAmount) {}

  BalanceEndpoint(ApiKey key, TaskBook book) {
    this.key = key;
    this.book = book;
  }

  @Override
  public Answer answer(HttpExchange call) {
    return key.opens(call)
        ? Answer.Json.ok(new Data("sandbox@example.com", book.balance().toDecimal()))
        : Answer.Json.detail(401, ApiKey.MESSAGE);
  }
}
