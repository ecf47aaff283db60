package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class FirstPageIT {

    @Test
    void a_browser_gets_an_answer_that_no_other_site_may_use() {
        try (var browser = Browser.start();
                var page = browser.open(1440, 900)) {
            var answer = page.navigate("/");
            assertThat(answer.status()).isLessThan(500);
            assertThat(answer.serverAddr().ipAddress).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_page_that_was_left_open_is_refused_without_a_word_in_the_log() throws Exception {
        HttpRequest presence = HttpRequest.newBuilder(URI.create(Installation.address() + "agent/presence"))
                .header("Sec-Fetch-Mode", "cors")
                .POST(HttpRequest.BodyPublishers.ofString("ticket=1&writing=false"))
                .build();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int asked = 0; asked < 2; asked++) { // the second is read when the first is done with, its log line too
            assertThat(client.send(presence, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(Files.readString(Installation.log()))
                .doesNotContain("Exception handling request to /agent/presence");
    }

    @Test
    void a_page_is_compressed_for_who_goes_to_it_from_here_and_for_nobody_else() throws Exception {
        assertThat(encoding("navigate", "same-origin")).isEqualTo("gzip");
        assertThat(encoding("navigate", "none")).isEqualTo("gzip");
        assertThat(encoding("navigate", "cross-site")).isNull();
        assertThat(encoding("cors", "same-origin"))
                .as("what a script asks for again and again")
                .isNull();
        assertThat(encoding(null, null)).isNull();
    }

    private static String encoding(String mode, String site) throws Exception {
        HttpRequest.Builder page = HttpRequest.newBuilder(URI.create(Installation.address() + "sign-in.xhtml"))
                .header("Accept-Encoding", "gzip");
        if (mode != null) {
            page.header("Sec-Fetch-Mode", mode).header("Sec-Fetch-Site", site);
        }
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpResponse<byte[]> answer = client.send(page.build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Content-Encoding").orElse(null);
    }
}
