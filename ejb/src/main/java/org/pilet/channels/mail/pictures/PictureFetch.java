package org.pilet.channels.mail.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.pilet.platform.PublicAddresses;

/**
 * Fetches pictures that mails name, for a reader who has asked for them. The mail's author chose the address, so only
 * servers of the public internet are called, each redirection is looked at anew, and only bytes that are a picture come
 * back. The address is resolved twice within the time that Java keeps the first answer, so what was looked at is called.
 */
@ApplicationScoped
class PictureFetch {

    private static final int LARGEST = 5 << 20;
    private static final int MOST_HOPS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Predicate<InetAddress> allowed;

    PictureFetch() {
        this(address -> !PublicAddresses.isInternal(address));
    }

    PictureFetch(Predicate<InetAddress> allowed) {
        this.allowed = allowed;
    }

    /** Empty if it is not to be had or no picture. */
    Optional<RemotePicture> fetch(String address) {
        try {
            URI uri = URI.create(address.strip().replace(" ", "%20"));
            for (int hop = 0; hop <= MOST_HOPS && mayCall(uri); hop++) {
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .timeout(PATIENCE)
                        .header("Accept", "image/*")
                        .header("User-Agent", "Pilet")
                        .build();
                HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    Optional<String> next = answer.headers().firstValue("Location");
                    if (answer.statusCode() / 100 != 3 || next.isEmpty()) {
                        return answer.statusCode() == 200 ? picture(body.readNBytes(LARGEST + 1)) : Optional.empty();
                    }
                    uri = uri.resolve(next.get());
                }
            }
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreachable) {
            return Optional.empty();
        }
    }

    private boolean mayCall(URI uri) throws IOException {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443 || !isGuarded();
        if (!web || !usualPort || uri.getHost() == null || uri.getUserInfo() != null) {
            return false;
        }
        for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
            if (!allowed.test(address)) {
                return false;
            }
        }
        return true;
    }

    /** Only a test that calls its own server allows the loopback. */
    private boolean isGuarded() {
        return !allowed.test(InetAddress.getLoopbackAddress());
    }

    /** By its first bytes, whatever the server calls it. */
    private static Optional<RemotePicture> picture(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        String start = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
        String type = start.startsWith("\u0089PNG\r\n")
                ? "image/png"
                : start.startsWith("\u00FF\u00D8\u00FF")
                        ? "image/jpeg"
                        : start.startsWith("GIF8")
                                ? "image/gif"
                                : start.startsWith("RIFF") && start.endsWith("WEBP") ? "image/webp" : null;
        return type == null ? Optional.empty() : Optional.of(new RemotePicture(type, bytes));
    }
}
