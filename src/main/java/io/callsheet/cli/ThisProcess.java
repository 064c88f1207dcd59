package io.callsheet.cli;

import io.callsheet.ledger.Owner;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** How a process is told from every other: its pid, when it started, and its host. */
record ThisProcess(long pid, String started, String host) {

  static ThisProcess now() {
    ProcessHandle me = ProcessHandle.current();
    return new ThisProcess(me.pid(), started(me), hostName());
  }

  Owner owner() {
    return new Owner(pid, started, host);
  }

  /** Whether that very process still runs on this host. */
  static boolean lives(long pid, String started) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process).equals(started))
        .isPresent();
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
