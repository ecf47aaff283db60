package org.pilet.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Argon2HashTest {

    /** Made by Password4j 1.8.4, which wrote the hashes of the first installations. */
    private static final String OF_ANOTHER_LIBRARY = "$argon2id$v=19$m=19456,t=2,p=1"
            + "$sTqt/hD7R5y4BD1981NRbcRdPy0khJ6LUjBHO7Mbkn8SKg88D6zv5JL9G2i41qvPNZ4HTTbjj3gZJwCHikjnyw"
            + "$hYuB1nURIlombAgM8Mj9NK6bSJ6F4l//C+Ku4f7MQM4";

    @Test
    void takes_the_password_it_was_made_of_and_no_other() {
        Argon2Hash hash =
                Argon2Hash.parse(Argon2Hash.of("correct horse", 64, 1, 1).written());
        assertThat(hash.matches("correct horse")).isTrue();
        assertThat(hash.matches("correct house")).isFalse();
    }

    @Test
    void reads_what_another_library_wrote() {
        Argon2Hash hash = Argon2Hash.parse(OF_ANOTHER_LIBRARY);
        assertThat(hash.matches("pilet-demo")).isTrue();
        assertThat(hash.matches("pilet-Demo")).isFalse();
        assertThat(hash.written()).isEqualTo(OF_ANOTHER_LIBRARY);
    }

    @Test
    void two_hashes_of_one_password_differ() {
        assertThat(Argon2Hash.of("same words", 64, 1, 1).written())
                .isNotEqualTo(Argon2Hash.of("same words", 64, 1, 1).written());
    }

    @Test
    void refuses_what_is_written_in_another_way() {
        assertThatThrownBy(() -> Argon2Hash.parse("$2b$10$abcdefghijklmnopqrstuv"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
