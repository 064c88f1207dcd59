package io.callsheet.provider.vidgo;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Uses no connection that holds bytes before it was asked: they are left from another answer, and
 * would be taken for the answer to this question.
 */
final class OwnAnswers extends HttpRequestExecutor {
  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback information,
      HttpContext context)
      throws IOException, HttpException {
    if (connection instanceof ManagedHttpClientConnection managed) {
      Socket socket = managed.getSocket();
      if (socket != null && socket.getInputStream().available() > 0) {
        throw leftover();
      }
    }
    return super.execute(request, connection, information, context);
  }

  private static IOException leftover() {
    return new IOException("the service sent more than it was asked for");
  }

  /** Sees what the connection has read ahead. */
  static final class Parser extends DefaultHttpResponseParser {
    private boolean asked = true;

    Parser(Http1Config bounds) {
      super(bounds);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer ahead, InputStream in)
        throws IOException, HttpException {
      if (asked && ahead.length() > 0) {
        throw leftover();
      }
      ClassicHttpResponse answer = super.parse(ahead, in);
      // After an interim answer the real one follows, unasked.
      asked = answer == null || answer.getCode() >= 200;
      return answer;
    }
  }
}
