package org.pilet.channels.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.platform.Clock;

/** Exchanges refresh tokens for the access tokens that mail servers take, and keeps those as long as they hold. */
@ApplicationScoped
class AccessTokens {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int USUAL_SECONDS = 3600;
    private static final int LOCKS = 64;

    @Inject
    private Clock clock;

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    AccessTokens() {}

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a provider has given.
     *
     * @param newRefreshToken to be kept in place of the old one, or null
     */
    record Held(String accessToken, Instant until, String newRefreshToken) {

        boolean holds(Instant then) {
            return accessToken != null && until.isAfter(then);
        }

        Held spent() {
            return new Held(null, until, newRefreshToken);
        }
    }

    /**
     * A token that holds for some minutes more. Providers may give another refresh token with each access token; who still
     * has an earlier one is answered all the same, and told of the latest.
     */
    Held token(TokenAccess access, String refreshToken) throws IOException {
        String key = key(access, refreshToken);
        synchronized (
                locks[Math.floorMod(key.hashCode(), LOCKS)]) { // a refresh token may be good for one question only
            Held known = held.get(key);
            if (known != null && known.holds(clock.now().plus(MARGIN))) {
                return known;
            }
            String latest = known == null || known.newRefreshToken() == null ? refreshToken : known.newRefreshToken();
            Held fresh = ask(access, latest);
            String next = fresh.newRefreshToken() == null ? latest : fresh.newRefreshToken();
            Held kept = new Held(fresh.accessToken(), fresh.until(), next.equals(refreshToken) ? null : next);
            held.values().removeIf(old -> old.until().isBefore(clock.now().minus(FORGOTTEN)));
            held.put(key, kept);
            held.put(key(access, next), new Held(fresh.accessToken(), fresh.until(), null));
            return kept;
        }
    }

    /** The next question goes to the provider again; for a token that no server takes any more, though it should hold. */
    void forget(TokenAccess access, String refreshToken) {
        Held known = held.computeIfPresent(key(access, refreshToken), (key, each) -> each.spent());
        if (known != null && known.newRefreshToken() != null) {
            held.computeIfPresent(key(access, known.newRefreshToken()), (key, each) -> each.spent());
        }
    }

    private static String key(TokenAccess access, String refreshToken) {
        return access.url() + "\n" + access.clientId() + "\n" + refreshToken;
    }

    private Held ask(TokenAccess access, String refreshToken) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        form.put("client_id", access.clientId());
        form.put("client_secret", access.clientSecret());
        form.put("scope", access.scope());
        HttpRequest request = HttpRequest.newBuilder(URI.create(access.url()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return held(answer.statusCode(), answer.body());
        } catch (NoAccessToken refused) {
            throw refused;
        } catch (IOException away) {
            throw new NoAccessToken("The provider of access tokens cannot be reached: " + access.url(), away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while asking for an access token", stopped);
        }
    }

    private Held held(int status, String body) throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject answer = reader.readObject();
            if (status != 200 || !answer.containsKey("access_token")) {
                throw new NoAccessToken(
                        "The provider gave no access token (" + status + "): " + answer.getString("error", "") + " "
                                + answer.getString("error_description", ""),
                        null);
            }
            return new Held(
                    answer.getString("access_token"),
                    clock.now().plusSeconds(answer.getInt("expires_in", USUAL_SECONDS)),
                    answer.getString("refresh_token", null));
        } catch (JsonException | ClassCastException unreadable) {
            throw new NoAccessToken("The provider gave no access token (" + status + ")", unreadable);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .filter(field -> field.getValue() != null && !field.getValue().isBlank())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
