package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.pilet.platform.InvalidInput;

class RecipientsTest {

    @Test
    void takes_names_and_bare_addresses_however_they_are_separated() {
        assertThat(Recipients.of("to", "Anna Clarke <Anna@Northwind.test>; bo@x.test,\n c@y.test"))
                .isEqualTo("\"Anna Clarke\" <anna@northwind.test>, bo@x.test, c@y.test");
    }

    @Test
    void drops_doubles_and_empty_places() {
        assertThat(Recipients.of("cc", "a@x.test,, A@X.test;")).isEqualTo("a@x.test");
        assertThat(Recipients.of("cc", "  ")).isNull();
        assertThat(Recipients.of("cc", ", ;")).isNull();
    }

    @Test
    void names_the_first_that_is_no_address() {
        assertThatThrownBy(() -> Recipients.of("to", "a@x.test, nobody at home"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("nobody at home");
    }

    @Test
    void a_name_cannot_smuggle_a_header_in() {
        assertThat(Recipients.of("to", "\"Eve\u0000\" <e@x.test>")).isEqualTo("\"Eve\" <e@x.test>");
        assertThatThrownBy(() -> Recipients.of("to", "e@x.test\tBcc: all@x.test"))
                .isInstanceOf(InvalidInput.class);
    }
}
