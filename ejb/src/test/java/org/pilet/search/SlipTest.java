package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {

    @ParameterizedTest
    @CsvSource({
        "printer, printer, 0",
        "pritner, printer, 1",
        "printr, printer, 1",
        "printter, printer, 1",
        "prinzer, printer, 1",
        "invocie, invoice, 1",
        "inovcie, invoice, 2",
        "принтре, принтер, 1",
        "چاپرگ, چاپگر, 1"
    })
    void counts_letters_too_many_too_few_other_and_swapped(String typed, String meant, int slips) {
        assertThat(Slip.count(typed, meant)).isEqualTo(slips);
        assertThat(Slip.count(meant, typed)).isEqualTo(slips);
    }

    @Test
    void the_fewest_slips_count_before_the_use_and_the_use_before_the_alphabet() {
        List<Slip.Candidate> all = List.of(
                new Slip.Candidate("toned", 9), new Slip.Candidate("toner", 9), new Slip.Candidate("tones", 800));
        assertThat(Slip.meant("toenr", all)).contains("toner");
        assertThat(Slip.meant("tonex", all)).contains("tones");
    }

    @Test
    void short_words_have_one_slip_at_most_and_long_ones_two() {
        assertThat(Slip.meant("tnoex", List.of(new Slip.Candidate("toner", 1)))).isEmpty();
        assertThat(Slip.meant("instalatoin", List.of(new Slip.Candidate("installation", 1))))
                .contains("installation");
    }

    @Test
    void numbers_addresses_and_short_words_are_what_they_are() {
        assertThat(List.of("INV-8812", "a@b.test", "fax", "2026", "file.pdf")).noneMatch(Slip::isLikely);
    }

    @Test
    void a_letter_too_many_and_two_swapped_are_tried_as_they_are() {
        assertThat(Slip.near("mial")).contains("mail", "mal", "mia").doesNotContain("mial");
    }
}
