package org.pilet.sla;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.PublicAddresses;

/** Fetches an iCal file from the web for an administrator, who does not reach into the house's own network by it. */
@Dependent
class HolidayFeed {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LARGEST = 4 * 1024 * 1024;
    private static final int OK = 200;

    @Inject
    private PublicAddresses addresses;

    byte[] fetch(String address) {
        URI uri = addresses.checked(address == null ? "" : address.strip().replaceFirst("^webcal:", "https:"));
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
}
