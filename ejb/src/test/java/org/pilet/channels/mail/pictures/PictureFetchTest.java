package org.pilet.channels.mail.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pilet.platform.PublicAddresses;

class PictureFetchTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3, 4};

    private final AtomicInteger calls = new AtomicInteger();
    private final PictureFetch local = new PictureFetch(InetAddress::isLoopbackAddress);
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/picture.png", 200, null, PNG);
        answer("/page.png", 200, null, "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        answer("/moved", 302, "/picture.png", new byte[0]);
        answer("/inside", 302, "http://10.0.0.1/secret", new byte[0]);
        answer("/round", 302, "/round", new byte[0]);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(String path, int status, String location, byte[] body) {
        server.createContext(path, exchange -> {
            calls.incrementAndGet();
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Test
    void a_picture_comes_as_what_its_bytes_are() {
        assertThat(local.fetch(address("/picture.png"))).hasValueSatisfying(picture -> {
            assertThat(picture.mediaType()).isEqualTo("image/png");
            assertThat(picture.bytes()).isEqualTo(PNG);
        });
        assertThat(local.fetch(address("/moved"))).isPresent();
        assertThat(local.fetch(address("/page.png"))).as("no picture").isEmpty();
        assertThat(local.fetch(address("/nothing"))).isEmpty();
    }

    @Test
    void a_redirection_leads_neither_inside_nor_around_for_ever() {
        assertThat(local.fetch(address("/inside"))).isEmpty();
        assertThat(local.fetch(address("/round"))).isEmpty();
        assertThat(calls.get()).isLessThan(10);
    }

    @Test
    void this_machine_is_never_called_for_somebody_elses_mail() {
        PictureFetch real = new PictureFetch();
        assertThat(real.fetch(address("/picture.png"))).isEmpty();
        assertThat(real.fetch("file:///etc/passwd")).isEmpty();
        assertThat(real.fetch("http://localhost/")).isEmpty();
        assertThat(real.fetch("http://user:pw@127.0.0.1/")).isEmpty();
        assertThat(real.fetch("not an address")).isEmpty();
        assertThat(calls.get()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "192.168.1.1",
                "172.16.0.1",
                "172.31.255.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1"
            })
    void addresses_of_the_inside_are_not_public(String address) throws IOException {
        assertThat(PublicAddresses.isInternal(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1", "2a00:1450:4001::1"})
    void addresses_of_the_internet_are(String address) throws IOException {
        assertThat(PublicAddresses.isInternal(InetAddress.getByName(address))).isFalse();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
