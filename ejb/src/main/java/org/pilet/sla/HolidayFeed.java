package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.PublicAddresses;
import org.pilet.platform.Settings;

/**
 * Fetches an iCal file from the web for an administrator, who does not reach into the house's own network by it; hosts
 * that the operator names in {@code pilet.webhooks.internal}, apart by commas, may be asked all the same.
 */
@Dependent
class HolidayFeed {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int OK = 200;

    @Inject
    private Settings settings;

    byte[] fetch(String address) {
        URI uri = checked(address);
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER) // it might lead inside
                .build();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", "text/calendar")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] content = body.readNBytes(LARGEST + 1);
                if (response.statusCode() != OK || content.length > LARGEST) {
                    throw new InvalidInput("url", "unreachable", "HTTP " + response.statusCode());
                }
                return content;
            }
        } catch (IOException unreachable) {
            throw new InvalidInput("url", "unreachable", uri.getHost());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InvalidInput("url", "unreachable", uri.getHost());
        }
    }

    private URI checked(String address) {
        try {
            URI uri = URI.create(address == null ? "" : address.strip().replaceFirst("^webcal:", "https:"));
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || uri.getUserInfo() != null || !scheme.matches("https?")) {
                throw new InvalidInput("url", "malformed", String.valueOf(address));
            }
            boolean named = Arrays.stream(
                            settings.environment("pilet.webhooks.internal", "").split(","))
                    .anyMatch(host -> host.strip().equalsIgnoreCase(uri.getHost()));
            for (InetAddress each : InetAddress.getAllByName(uri.getHost())) {
                if (!named && PublicAddresses.isInternal(each)) {
                    throw new InvalidInput("url", "internalAddress", uri.getHost());
                }
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("url", "malformed", String.valueOf(address));
        } catch (IOException unknown) {
            throw new InvalidInput("url", "unreachable", String.valueOf(address));
        }
    }
}
