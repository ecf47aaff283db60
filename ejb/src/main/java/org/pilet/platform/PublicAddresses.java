package org.pilet.platform;

import java.net.InetAddress;

/** Which addresses are the world's, and which lead into somebody's own network. */
public final class PublicAddresses {

    private PublicAddresses() {}

    /** Whether a request sent there on somebody's behalf would reach what only insiders may (server-side request forgery). */
    public static boolean isInternal(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isInternal4(bytes) : isInternal6(bytes));
    }

    private static boolean isInternal4(byte[] bytes) {
        boolean carrierShared = bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // 100.64.0.0/10
        boolean reserved = (bytes[0] & 0xf0) == 0xf0;
        return carrierShared || reserved || bytes[0] == 0;
    }

    private static boolean isInternal6(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc; // fc00::/7
        boolean translated = bytes[0] == 0 && bytes[1] == 0x64; // 64:ff9b::/96 leads into IPv4
        return uniqueLocal || translated;
    }
}
