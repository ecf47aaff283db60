package org.pilet.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Somebody who is signed in and asks for pages, compressed as browsers do, without drawing them. */
final class Visitor {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern CHANNEL = Pattern.compile("/jakarta\\.faces\\.push/[^'\"\\s]+");

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Visitor(String address) {
        this.address = address.replaceAll("/$", "");
    }

    static Visitor signedIn(String address, String email) {
        Visitor visitor = new Visitor(address);
        String form = visitor.page("/sign-in.xhtml");
        Map<String, String> fields = Map.of(
                "signIn", "signIn",
                "signIn:email", email,
                "signIn:password", "pilet-demo",
                "signIn:go", "go",
                "jakarta.faces.ViewState", found(VIEW_STATE, form, 1));
        visitor.send(visitor.to("/sign-in.xhtml")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&")))));
        return visitor;
    }

    /** Of a program that needs no session. */
    static Visitor program(String address) {
        return new Visitor(address);
    }

    /** Reads a page to its end and gives its bytes as they came. */
    byte[] bytes(String path) {
        return send(to(path).header("Accept-Encoding", "gzip").GET());
    }

    /** Asks as a page's script does that puts parts of it in place. */
    byte[] again(String path) {
        return send(to(path).header("Accept-Encoding", "gzip")
                .header("X-Requested-With", "refresh")
                .GET());
    }

    String page(String path) {
        byte[] bytes = bytes(path);
        boolean packed = bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
        try {
            return new String(
                    packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes,
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String json(String path, String token) {
        return new String(
                send(to(path).header("Authorization", "Bearer " + token).GET()), StandardCharsets.UTF_8);
    }

    String post(String path, String token, String json) {
        return new String(
                send(to(path).header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))),
                StandardCharsets.UTF_8);
    }

    /** Opens the work list and hears the desk's news as its page does. */
    WebSocket listen(Consumer<String> news) {
        String channel = found(CHANNEL, page("/agent/"), 0).replace("\\/", "/");
        return client.newWebSocketBuilder()
                .buildAsync(URI.create(address.replaceFirst("http", "ws") + channel), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                        news.accept(data.toString());
                        return WebSocket.Listener.super.onText(socket, data, last);
                    }
                })
                .join();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.uri() + " answers " + answer.statusCode());
            }
            if (answer.uri().getPath().endsWith("/sign-in.xhtml")
                    && answer.previousResponse().isPresent()) {
                throw new IllegalStateException("Not signed in any more");
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(Pattern pattern, String text, int group) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return matcher.group(group);
    }
}
