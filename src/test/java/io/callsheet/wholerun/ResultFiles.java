package io.callsheet.wholerun;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The files that the service hands out: what it renders of each performance it was sent. */
final class ResultFiles implements HttpHandler {
  private final TaskBook book;
  private final Watcher watcher;
  private final Map<String, byte[]> performances = new ConcurrentHashMap<>();
  private final Map<String, Integer> addresses = new ConcurrentHashMap<>();
  private volatile Function<Submission, ResultFault> faults = asked -> ResultFault.NONE;

  ResultFiles(TaskBook book, Watcher watcher) {
    this.book = book;
    this.watcher = watcher;
  }

  void faults(Function<Submission, ResultFault> chosen) {
    faults = chosen;
  }

  void learn(String sha256, byte[] performance) {
    performances.putIfAbsent(sha256, performance);
  }

  private byte[] shortest() throws IOException {
    byte[] shortest = null;
    for (byte[] movie : performances.values()) {
      if (shortest == null || Movie.seconds(movie) < Movie.seconds(shortest)) {
        shortest = movie;
      }
    }
    return shortest;
  }

  /** The same bytes each time, and others for every other content. */
  byte[] render(Submission asked) {
    return Movie.marked(performances.get(asked.video()), asked.content());
  }

  /** Where the file is from now on: every time it is asked for, the address is another. */
  String address(Task task) {
    return task.moviePath() + "?key=" + addresses.merge(task.id(), 1, Integer::sum);
  }

  /** How many addresses of the task's file were given out. */
  int addresses(Task task) {
    return addresses.getOrDefault(task.id(), 0);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    watcher.at(Moment.DOWNLOAD_BEGUN, "");
    Task task = book.find(RecordingVidgo.last(exchange).replace(".mp4", "")).orElseThrow();
    ResultFault fault = faults.apply(task.asked());
    if (fault == ResultFault.FIRST_ADDRESS_EXPIRED
        && "key=1".equals(exchange.getRequestURI().getQuery())) {
      exchange.sendResponseHeaders(403, -1);
      exchange.close();
      return;
    }
    byte[] file = served(task, fault);
    exchange.getResponseHeaders().set("Content-Type", "video/mp4");
    exchange.sendResponseHeaders(200, file.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(file, 0, file.length / 2);
      out.flush();
      watcher.at(Moment.DOWNLOAD_HALFWAY, task.asked().prompt());
      out.write(file, file.length / 2, file.length - file.length / 2);
    }
    watcher.at(Moment.DOWNLOAD_ENDED, task.asked().prompt());
  }

  private byte[] served(Task task, ResultFault fault) throws IOException {
    byte[] movie = render(task.asked());
    return switch (fault) {
      case SHORT -> Movie.marked(shortest(), task.asked().content());
      case CUT -> Arrays.copyOf(movie, movie.length / 2);
      case NO_VIDEO -> "<html>We will be back soon</html>".getBytes(StandardCharsets.UTF_8);
      case NONE, FIRST_ADDRESS_EXPIRED -> movie;
    };
  }
}
