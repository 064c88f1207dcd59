package io.callsheet.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and SIGTERM. A JVM that only runs shutdown hooks ends with 143 and does not hear a second
 * Ctrl-C; {@code sun.misc.Signal} hears both, and is reached by reflection because the compiler
 * refuses its name.
 */
final class StopSignals {
  private static final int HALTED = 130;

  private StopSignals() {}

  /** The first signal calls {@code stop}; the second ends the process at once. */
  static void handle(Runnable stop) {
    AtomicBoolean once = new AtomicBoolean();
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (!method.getName().equals("handle")) {
            return method.getName().equals("toString") ? "stop" : (Object) proxy.hashCode();
          }
          if (once.compareAndSet(false, true)) {
            stop.run();
          } else {
            Runtime.getRuntime().halt(HALTED);
          }
          return null;
        };
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> type = Class.forName("sun.misc.SignalHandler");
      Object instance =
          Proxy.newProxyInstance(
              StopSignals.class.getClassLoader(), new Class<?>[] {type}, handler);
      for (String name : List.of("INT", "TERM")) {
        signal
            .getMethod("handle", signal, type)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), instance);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LoggerFactory.getLogger(StopSignals.class)
          .warn("signals cannot be handled here; a stop is a kill, and resume goes on", e);
    }
  }
}
