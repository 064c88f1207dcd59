package io.callsheet.provider.vidgo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server made of bare sockets: each request it reads is answered by the next line of a script.
 */
final class ScriptedServer implements AutoCloseable {
  /** What happens on the wire once a request has been read; false ends the connection. */
  interface Answer {
    boolean play(Socket socket) throws IOException, InterruptedException;
  }

  record Request(String line, List<String> headers, String body) {
    String header(String name) {
      return headers.stream()
          .filter(header -> header.toLowerCase().startsWith(name.toLowerCase() + ":"))
          .map(header -> header.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final LinkedBlockingQueue<Answer> script = new LinkedBlockingQueue<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final CountDownLatch closing = new CountDownLatch(1);

  ScriptedServer(Answer... answers) throws IOException {
    script.addAll(List.of(answers));
    start(this::accept);
  }

  void add(Answer answer) {
    script.add(answer);
  }

  /** How many connections the client still holds. */
  int open() {
    return open.get();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  List<Request> requests() {
    return requests;
  }

  int connections() {
    return connections.get();
  }

  static Answer json(int status, String body) {
    return reply(status, "Content-Type: application/json\r\n", body);
  }

  static Answer reply(int status, String headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return raw(
        "HTTP/1.1 %d Said\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(status, bytes.length, headers, body),
        true);
  }

  /** Bytes as they are, and then the end of the connection. */
  static Answer raw(String bytes) {
    return raw(bytes, false);
  }

  private static Answer raw(String bytes, boolean goOn) {
    return socket -> {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return goOn;
    };
  }

  static Answer hangUp() {
    return socket -> false;
  }

  static Answer reset() {
    return socket -> {
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** Some bytes, then silence for as long as the client stays. */
  static Answer hangAfter(String bytes) {
    return socket -> {
      raw(bytes).play(socket);
      // Ends when the client goes or the test is over.
      return socket.getInputStream().read() >= 0;
    };
  }

  /** A beginning, and then one byte every 20 ms until the client goes. */
  Answer dripAfter(String bytes) {
    return socket -> {
      OutputStream out = socket.getOutputStream();
      raw(bytes).play(socket);
      while (!closing.await(20, TimeUnit.MILLISECONDS)) {
        out.write(' ');
        out.flush();
      }
      return false;
    };
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.incrementAndGet();
        sockets.add(socket);
        start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean goOn = true;
      while (goOn) {
        Request request = read(in);
        if (request == null) {
          return;
        }
        requests.add(request);
        Answer answer = script.poll();
        goOn = answer != null && answer.play(socket);
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, as some tests want it to.
    } finally {
      open.decrementAndGet();
    }
  }

  private static Request read(InputStream in) throws IOException {
    String line = readLine(in);
    if (line.isEmpty()) {
      return null;
    }
    List<String> headers = new ArrayList<>();
    for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
      headers.add(header);
    }
    Request head = new Request(line, headers, "");
    String length = head.header("Content-Length");
    int announced = length.isEmpty() ? 0 : Integer.parseInt(length);
    byte[] body = in.readNBytes(announced);
    // Headers without their body are no request: no service could act on them.
    return body.length < announced
        ? null
        : new Request(line, headers, new String(body, StandardCharsets.UTF_8));
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    closing.countDown();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
