package org.pilet.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private final PublicAddresses addresses = new PublicAddresses(new Environment("hooks.internal, 127.0.0.7"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/x",
                "http://127.1/",
                "http://2130706433/",
                "http://localhost:8080/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://224.0.0.1/",
                "ftp://93.184.216.34/",
                "file:///etc/passwd",
                "https://user:secret@93.184.216.34/",
                "https:///nowhere",
                "gopher",
                "",
                "https://a b/",
            })
    void refuses_what_leads_inside_or_nowhere(String address) {
        assertThatThrownBy(() -> addresses.checked(address)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://93.184.216.34/hook?x=1", "http://127.0.0.7:9/named-by-the-operator"})
    void lets_through_what_lies_outside_or_is_named(String address) {
        assertThat(addresses.checked(address)).hasToString(address);
    }

    private static final class Environment extends Settings {

        private final String value;

        Environment(String value) {
            this.value = value;
        }

        @Override
        public String environment(String key, String fallback) {
            return value;
        }
    }
}
