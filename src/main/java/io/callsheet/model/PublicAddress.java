package io.callsheet.model;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Tells addresses of the public internet from those that lead inside: this machine, its network,
 * its cloud's metadata service, and whatever carries one of these in disguise.
 */
public final class PublicAddress {
  private PublicAddress() {}

  /** Whether anybody on the internet could be meant by this address. */
  public static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
  }

  /** Blocks of RFC 6890 that the methods of {@link InetAddress} do not know. */
  private static boolean isPublicV4(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    int third = b[2] & 0xff;
    boolean thisNetwork = first == 0;
    boolean privateUse =
        first == 10
            || first == 127
            || (first == 172 && second >= 16 && second < 32)
            || (first == 192 && second == 168)
            || (first == 169 && second == 254);
    boolean carrier = first == 100 && second >= 64 && second < 128;
    boolean protocol = first == 192 && second == 0 && third == 0;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    boolean multicastOrReserved = first >= 224;
    return !(thisNetwork || privateUse || carrier || protocol || benchmark || multicastOrReserved);
  }

  private static boolean isPublicV6(byte[] b) {
    if (startsWith(b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)) {
      // ::ffff:a.b.c.d and ::a.b.c.d carry an IPv4 address at the end.
      return isPublicV4(Arrays.copyOfRange(b, 12, 16));
    }
    if (startsWith(b, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
      // NAT64 likewise.
      return isPublicV4(Arrays.copyOfRange(b, 12, 16));
    }
    if (startsWith(b, 0x20, 0x02)) {
      // 6to4 carries it after the prefix.
      return isPublicV4(Arrays.copyOfRange(b, 2, 6));
    }
    boolean globalUnicast = (b[0] & 0xe0) == 0x20;
    // Teredo, which hides an IPv4 address, and others that are no host's own (RFC 6890).
    boolean special = startsWith(b, 0x20, 0x01) && (b[2] & 0xfe) == 0;
    return globalUnicast && !special;
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if ((bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
