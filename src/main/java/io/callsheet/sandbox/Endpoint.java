package io.callsheet.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Answers the calls to one address. */
interface Endpoint {
  Answer answer(HttpExchange call) throws IOException;
}
