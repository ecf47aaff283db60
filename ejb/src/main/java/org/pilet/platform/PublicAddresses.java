package org.pilet.platform;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which addresses are the world's, and which lead into the house's own network, where nobody's words may send a request
 * (server-side request forgery). Hosts that the operator names in {@code pilet.webhooks.internal}, apart by commas, may be
 * called all the same.
 */
@Dependent
public class PublicAddresses {

    private static final int LONGEST_SHOWN = 100;

    @Inject
    private Settings settings;

    PublicAddresses() {}

    public PublicAddresses(Settings settings) {
        this.settings = settings;
    }

    /** The address of a web page or hook in a form that can be called. Refused with {@link InvalidInput} of {@code url}. */
    public URI checked(String address) {
        URI uri = parsed(address);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new InvalidInput("url", "malformed", clipped(address));
        }
        if (!allowed().contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            for (InetAddress each : resolved(uri.getHost())) {
                if (isInternal(each)) {
                    throw new InvalidInput("url", "internalAddress", uri.getHost());
                }
            }
        }
        return uri;
    }

    /** Whether a request sent there would reach what only insiders may, or nobody at all. */
    public static boolean isInternal(InetAddress address) {
        return address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address
                        ? isInternal4(address.getAddress())
                        : !isGiven6(address.getAddress()));
    }

    private static boolean isInternal4(byte[] bytes) {
        int first = bytes[0] & 255;
        int second = bytes[1] & 255;
        return first == 0
                || first >= 224
                || first == 100 && second >= 64 && second < 128 // shared by providers' customers
                || first == 192 && second == 0
                || first == 198 && (second == 18 || second == 19 || second == 51)
                || first == 203 && second == 0;
    }

    /** Only what is given out, without the ranges that stand for addresses of version 4. */
    private static boolean isGiven6(byte[] bytes) {
        boolean given = (bytes[0] & 0xE0) == 0x20;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean special = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xFE) == 0;
        return given && !sixToFour && !special;
    }

    private Set<String> allowed() {
        return Arrays.stream(settings.environment("pilet.webhooks.internal", "").split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static URI parsed(String address) {
        try {
            return URI.create(address == null ? "" : address.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("url", "malformed", clipped(address));
        }
    }

    private static InetAddress[] resolved(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new InvalidInput("url", "unknown", host);
        }
    }

    private static String clipped(String address) {
        return address == null ? "" : address.length() > LONGEST_SHOWN ? address.substring(0, LONGEST_SHOWN) : address;
    }
}
