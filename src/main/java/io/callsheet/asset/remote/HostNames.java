package io.callsheet.asset.remote;

import io.callsheet.model.PublicAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A way from a host's name to the addresses that may be asked. */
@FunctionalInterface
interface HostNames {
  /**
   * All addresses of the name; each is one that a connection may go to.
   *
   * @throws NotPublic if one of them leads inside
   */
  InetAddress[] resolve(String host) throws UnknownHostException;

  /** The machine's own name service, and only the public internet behind it. */
  static InetAddress[] onTheInternet(String host) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host);
    for (InetAddress address : all) {
      if (!PublicAddress.isPublic(address)) {
        throw new NotPublic();
      }
    }
    return all;
  }

  /** The name belongs to an address that is not of the public internet. */
  final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;
  }
}
