package org.pilet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Status;

class PlotTest {

    private static final Instant UNTIL = Instant.parse("2026-11-20T13:37:11.123456Z");
    private static final int COUNT = 4_000;

    private final Run run = new Run(1, 7, COUNT, 365, UNTIL, 100_001);
    private final List<PlayedTicket> tickets = play(run);

    @Test
    void every_history_tells_the_same_story_as_its_row() {
        tickets.forEach(Replay::check);
    }

    @Test
    void nothing_happens_before_the_first_day_nor_after_the_last() {
        Instant first = UNTIL.minus(366, ChronoUnit.DAYS);
        for (PlayedTicket ticket : tickets) {
            ticket.events().forEach(event -> assertThat(event.at()).isBetween(first, UNTIL));
        }
    }

    @Test
    void the_same_seed_plays_the_same_and_another_one_does_not() {
        List<PlayedTicket> again = play(run);
        for (int place = 0; place < COUNT; place++) {
            assertThat(again.get(place).state()).isEqualTo(tickets.get(place).state());
            assertThat(again.get(place).events()).isEqualTo(tickets.get(place).events());
        }
        assertThat(play(new Run(1, 8, COUNT, 365, UNTIL, 100_001)).get(0).state())
                .isNotEqualTo(tickets.get(0).state());
    }

    @Test
    void tickets_come_in_the_order_of_their_numbers() {
        assertThat(tickets).isSortedAccordingTo(java.util.Comparator.comparing(ticket -> ticket.state()
                .createdAt()));
    }

    @Test
    void a_ticket_has_about_three_messages() {
        double average = tickets.stream()
                .mapToInt(ticket -> ticket.messages().size())
                .average()
                .orElseThrow();
        assertThat(average).isBetween(2.8, 3.6);
    }

    @Test
    void all_walks_of_life_occur_and_most_is_done() {
        Set<Status> statuses =
                tickets.stream().map(ticket -> ticket.state().status()).collect(Collectors.toSet());
        assertThat(statuses).containsAll(EnumSet.complementOf(EnumSet.of(Status.MERGED, Status.DELETED, Status.OPEN)));
        assertThat(tickets.stream().map(ticket -> ticket.state().channel()).distinct())
                .contains(Channel.EMAIL, Channel.PORTAL, Channel.PHONE, Channel.API, Channel.IN_PERSON);
        assertThat(tickets.stream()
                        .filter(ticket -> ticket.state().status().isOpen())
                        .count())
                .isBetween(COUNT / 100L, COUNT / 12L);
    }

    @Test
    void no_placeholder_is_left_open() {
        for (PlayedTicket ticket : tickets) {
            assertThat(ticket.state().subject()).doesNotContain("{");
            ticket.messages()
                    .forEach(message -> assertThat(message.words().text()).doesNotContain("{"));
        }
    }

    @Test
    void all_languages_have_the_same_phrases() {
        Set<Object> english = Phrases.in("en").texts().keySet();
        Phrases.LANGUAGES.forEach(
                language -> assertThat(Phrases.in(language).texts().keySet()).isEqualTo(english));
        assertThat(Extras.forTickets(20_000)).hasSizeGreaterThan(300);
        assertThat(Extras.forTickets(20_000).stream().map(Extras.Extra::email)).doesNotHaveDuplicates();
    }

    private static List<PlayedTicket> play(Run run) {
        Plot plot = run.plot(StageSketch.stage());
        return IntStream.range(0, run.tickets()).mapToObj(plot::play).toList();
    }
}
