package io.callsheet.provider.vidgo;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;

/**
 * Asks once more, on a new connection, where one that was kept from an earlier call gives no
 * answer: the other side may have closed it meanwhile. A GET may be repeated (RFC 9110, 9.2.2).
 */
final class OnceMore implements ExecChainHandler {
  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    ExecRuntime connection = scope.execRuntime;
    acquire(connection, scope);
    boolean kept = connection.isEndpointConnected();
    try {
      return chain.proceed(request, scope);
    } catch (InterruptedIOException e) {
      throw e;
    } catch (IOException e) {
      if (!kept || connection.isExecutionAborted()) {
        throw e;
      }
    }
    acquire(connection, scope);
    connection.disconnectEndpoint();
    return chain.proceed(ClassicRequestBuilder.copy(scope.originalRequest).build(), scope);
  }

  private static void acquire(ExecRuntime connection, ExecChain.Scope scope) throws IOException {
    if (!connection.isEndpointAcquired()) {
      connection.acquireEndpoint(scope.exchangeId, scope.route, null, scope.clientContext);
    }
  }
}
