package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pilet.platform.Settings;

class SealedPasswordTest {

    private final SealedPassword sealed = new SealedPassword(new Settings());

    @BeforeEach
    void secret() {
        System.setProperty("pilet.secret", "0123456789012345678901234567890123456789");
    }

    @AfterEach
    void noSecret() {
        System.clearProperty("pilet.secret");
    }

    @Test
    void a_password_comes_out_as_it_went_in_and_looks_different_each_time() {
        byte[] one = sealed.seal("a@pilet.test", "sõna گذرواژه");
        assertThat(sealed.open("a@pilet.test", one)).isEqualTo("sõna گذرواژه");
        assertThat(sealed.seal("a@pilet.test", "sõna گذرواژه")).isNotEqualTo(one);
    }

    @Test
    void it_opens_for_no_other_mailbox_and_under_no_other_secret() {
        byte[] one = sealed.seal("a@pilet.test", "secret");
        assertThatThrownBy(() -> sealed.open("b@pilet.test", one)).hasMessageContaining("enter it anew");
        System.setProperty("pilet.secret", "another-secret-another-secret-another-secret");
        assertThatThrownBy(() -> sealed.open("a@pilet.test", one)).hasMessageContaining("enter it anew");
    }
}
