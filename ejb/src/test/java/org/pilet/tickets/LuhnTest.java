package org.pilet.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LuhnTest {

    /** The example of ISO/IEC 7812-1, annex B. */
    @Test
    void agrees_with_the_published_example() {
        assertThat(Luhn.withCheckDigit(7992739871L)).isEqualTo("79927398713");
        assertThat(Luhn.isValid("79927398713")).isTrue();
    }

    @Test
    void refuses_what_is_no_number() {
        assertThat(Luhn.isValid("")).isFalse();
        assertThat(Luhn.isValid("0")).isFalse();
        assertThat(Luhn.isValid("12a4")).isFalse();
        assertThat(Luhn.isValid("٣٤٥")).isFalse();
        assertThat(Luhn.isValid("1".repeat(40))).isFalse();
    }

    @Property
    void every_single_wrong_digit_is_found(
            @ForAll @LongRange(min = 1, max = 999_999_999_999L) long serial,
            @ForAll @IntRange(min = 0, max = 12) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        String number = Luhn.withCheckDigit(serial);
        int at = place % number.length();
        char wrong = (char) ('0' + (number.charAt(at) - '0' + by) % 10);

        assertThat(Luhn.isValid(number)).isTrue();
        assertThat(Luhn.isValid(number.substring(0, at) + wrong + number.substring(at + 1)))
                .isFalse();
    }
}
