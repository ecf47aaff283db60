package org.pilet.it;

import static org.assertj.core.api.Assertions.assertThat;

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
}
