package org.pilet.automation.webhooks;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Settings;

/**
 * Keeps webhooks from reaching into the house's own network (server-side request forgery). Hosts that the operator names
 * in {@code pilet.webhooks.internal}, apart by commas, may be called all the same.
 */
@Dependent
class AddressGuard {

    @Inject
    private Settings settings;

    AddressGuard() {}

    AddressGuard(Settings settings) {
        this.settings = settings;
    }

    /** The address in a form that can be called. Refused with {@link InvalidInput}. */
    URI checked(String address) {
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

    static boolean isInternal(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc; // fc00::/7
        boolean carrierShared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64; // 100.64.0.0/10
        boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
        boolean reserved = bytes.length == 4 && (bytes[0] & 0xf0) == 0xf0;
        boolean translated = bytes.length == 16 && bytes[0] == 0 && bytes[1] == 0x64; // 64:ff9b::/96 leads into IPv4
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || carrierShared
                || thisNetwork
                || reserved
                || translated;
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
        return address == null ? "" : address.length() > 100 ? address.substring(0, 100) : address;
    }
}
