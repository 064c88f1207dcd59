package io.callsheet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the endpoint of a call; what the service does not have is 404, a wrong method 405. */
final class Router implements HttpHandler {
  private static final Logger log = LoggerFactory.getLogger(Router.class);

  private final Endpoint submit;
  private final Endpoint status;
  private final Endpoint balance;
  private final Endpoint results;
  private final AnswerWriter writer = new AnswerWriter();

  Router(Endpoint submit, Endpoint status, Endpoint balance, Endpoint results) {
    this.submit = submit;
    this.status = status;
    this.balance = balance;
    this.results = results;
  }

  @Override
  public void handle(HttpExchange call) throws IOException {
    try (call) {
      writer.write(answer(call), call);
    }
  }

  private Answer answer(HttpExchange call) {
    try {
      return route(call);
    } catch (IOException | RuntimeException e) {
      String path = call.getRequestURI().getPath();
      log.warn("The sandbox could not serve {}: {}", path, e.toString());
      return Answer.Json.detail(500, "Internal Server Error");
    }
  }

  private Answer route(HttpExchange call) throws IOException {
    String path = call.getRequestURI().getPath();
    if (path.equals("/api/generate/submit")) {
      return only("POST", call, submit);
    }
    if (path.startsWith(StatusEndpoint.PATH)) {
      return only("GET", call, status);
    }
    if (path.equals("/api/user/balance")) {
      return only("GET", call, balance);
    }
    if (path.startsWith(ResultLinks.PATH)) {
      return only("GET", call, results);
    }
    return Answer.Json.detail(404, "Not Found");
  }

  private static Answer only(String method, HttpExchange call, Endpoint endpoint)
      throws IOException {
    if (call.getRequestMethod().equals(method)) {
      return endpoint.answer(call);
    }
    call.getResponseHeaders().set("Allow", method);
    return Answer.Json.detail(405, "Method Not Allowed");
  }
}
