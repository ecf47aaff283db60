package org.pilet.channels.mail;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the public internet from those of this machine and its neighbours. */
final class PublicAddress {

    private PublicAddress() {}

    /** Whether somebody's mail may make this server call there. */
    static boolean is(InetAddress address) {
        boolean special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (special) {
            return false;
        }
        return address instanceof Inet4Address ? isPublic4(address.getAddress()) : isPublic6((Inet6Address) address);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 255;
        int second = bytes[1] & 255;
        boolean reserved = first == 0
                || first == 10
                || first == 127
                || first >= 224
                || first == 100 && second >= 64 && second < 128 // shared by providers' customers
                || first == 169 && second == 254
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 168
                || first == 192 && second == 0
                || first == 198 && (second == 18 || second == 19 || second == 51)
                || first == 203 && second == 0;
        return !reserved;
    }

    /** Only what is given out, without the ranges that stand for addresses of version 4. */
    private static boolean isPublic6(Inet6Address address) {
        byte[] bytes = address.getAddress();
        boolean given = (bytes[0] & 0xE0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean special = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xFE) == 0;
        return given && !sixToFour && !special;
    }
}
