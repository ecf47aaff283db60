package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class SearchReaderTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final ZoneId TALLINN = ZoneId.of("Europe/Tallinn");

    @Test
    void plain_words_stay_together() {
        assertThat(SearchReader.read("printer  on fire"))
                .isEqualTo(new Search.Words(List.of("printer", "on", "fire"), List.of()));
    }

    @Test
    void reads_fields_values_phrases_and_what_is_not_wanted() {
        assertThat(SearchReader.read("jam status:open,new queue:\"First, line\" -tag:vip \"paper tray\""))
                .isEqualTo(new Search.All(List.of(
                        new Search.Match(SearchField.STATUS, List.of("open", "new")),
                        new Search.Match(SearchField.QUEUE, List.of("First, line")),
                        new Search.Not(new Search.Match(SearchField.TAG, List.of("vip"))),
                        new Search.Words(List.of("jam"), List.of("paper tray")))));
    }

    @Test
    void or_binds_less_than_and_brackets_bind_most() {
        Search a = new Search.Words(List.of("a"), List.of());
        Search bc = new Search.Words(List.of("b", "c"), List.of());
        assertThat(SearchReader.read("a OR b c")).isEqualTo(new Search.Any(List.of(a, bc)));
        assertThat(SearchReader.read("(a OR b c) is:open"))
                .isEqualTo(new Search.All(
                        List.of(new Search.Any(List.of(a, bc)), new Search.Match(SearchField.IS, List.of("open")))));
        assertThat(SearchReader.read("-(a OR b c)")).isEqualTo(new Search.Not(new Search.Any(List.of(a, bc))));
    }

    @Test
    void what_is_no_field_is_text() {
        assertThat(SearchReader.read("Re: http://pilet.test status:"))
                .isEqualTo(new Search.Words(List.of("Re:", "http://pilet.test", "status:"), List.of()));
        assertThat(SearchReader.read("-5 - x\"y")).isEqualTo(new Search.Words(List.of("-5", "-", "xy"), List.of()));
    }

    @Property
    void nothing_typed_is_a_fault(
            @ForAll @Chars({'a', ' ', '"', '(', ')', '-', ':', ',', 'O', 'R', '#', '1'}) String typed) {
        assertThat(SearchReader.read(typed)).isNotNull();
        assertThat(SearchReader.read("is:" + typed)).isNotNull();
    }

    @Test
    void spans_of_time_are_days_of_the_one_who_asks_or_lengths() {
        assertThat(SearchMoment.of("2026-11-01", false, NOON, TALLINN))
                .isEqualTo(span("2026-10-31T22:00:00Z", "2026-11-01T22:00:00Z"));
        assertThat(SearchMoment.of("2026-10-01..2026-10-31", false, NOON, TALLINN))
                .isEqualTo(span("2026-09-30T21:00:00Z", "2026-10-31T22:00:00Z"));
        assertThat(SearchMoment.of(">=2026-11-01", false, NOON, TALLINN)).isEqualTo(span("2026-10-31T22:00:00Z", null));
        assertThat(SearchMoment.of("<today", false, NOON, TALLINN)).isEqualTo(span(null, "2026-11-01T22:00:00Z"));
        assertThat(SearchMoment.of("2d", false, NOON, TALLINN)).isEqualTo(span("2026-10-31T12:00:00Z", null));
        assertThat(SearchMoment.of(">2d", false, NOON, TALLINN)).isEqualTo(span(null, "2026-10-31T12:00:00Z"));
        assertThat(SearchMoment.of("2h", true, NOON, TALLINN)).isEqualTo(span(null, "2026-11-02T14:00:00Z"));
        assertThat(SearchMoment.of("soon", true, NOON, TALLINN)).isNull();
        assertThat(SearchMoment.of(">", true, NOON, TALLINN)).isNull();
    }

    private static SearchMoment span(String from, String before) {
        return new SearchMoment(
                from == null ? null : Instant.parse(from), before == null ? null : Instant.parse(before));
    }
}
