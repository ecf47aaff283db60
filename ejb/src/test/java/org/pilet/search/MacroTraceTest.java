package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pilet.search.MacroTrace.Seen;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Priority;
import org.pilet.tickets.QueueBefore;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.TicketView;
import org.pilet.tickets.Urgency;

class MacroTraceTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private static final Seen BEFORE =
            seen("Printer", Status.PENDING, "parts", Urgency.LOW, 1, 7L, List.of("a", "b"), MONDAY, Set.of(3L));

    @Test
    void what_is_as_it_was_needs_no_way_back() {
        MacroTrace trace = kept(MacroTrace.of(BEFORE, BEFORE, List.of()));
        assertThat(trace.text()).isEqualTo("{}");
        assertThat(trace.back(BEFORE.ticket())).isEmpty();
        assertThat(trace.status()).isEmpty();
        assertThat(trace.queue()).isEmpty();
        assertThat(trace.held()).isEmpty();
    }

    @Test
    void all_that_is_different_is_given_back() {
        Seen after = seen("Jam", Status.OPEN, null, Urgency.HIGH, 1, null, List.of("b", "c"), null, Set.of(4L));
        MacroTrace trace = kept(MacroTrace.of(BEFORE, after, List.of(11L, 12L)));
        assertThat(trace.held()).containsExactly(11L, 12L);
        assertThat(trace.status().orElseThrow().status()).isEqualTo(Status.PENDING);
        assertThat(trace.status().orElseThrow().reason()).isEqualTo("parts");
        assertThat(trace.status().orElseThrow().became()).isEqualTo(Status.OPEN);
        assertThat(trace.back(after.ticket()))
                .containsExactly(
                        new TicketChange.Assign(7L),
                        new TicketChange.Rename("Printer"),
                        new TicketChange.SetDueAt(MONDAY),
                        new TicketChange.SetImpact(null),
                        new TicketChange.SetUrgency(Urgency.LOW),
                        new TicketChange.SetPriority(Priority.NORMAL),
                        new TicketChange.FollowMatrix(),
                        new TicketChange.RemoveTag("c"),
                        new TicketChange.AddTag("a"),
                        new TicketChange.RemoveParticipant(4),
                        new TicketChange.AddParticipant(3));
    }

    @Test
    void a_move_gives_the_owner_back_with_the_queue() {
        Seen after =
                seen("Printer", Status.PENDING, "parts", Urgency.LOW, 2, 8L, List.of("a", "b"), MONDAY, Set.of(3L));
        MacroTrace trace = kept(MacroTrace.of(BEFORE, after, List.of()));
        assertThat(trace.queue()).contains(new QueueBefore(1, 7L, 2));
        assertThat(trace.givenTo()).isEqualTo(8L);
        assertThat(trace.back(after.ticket())).isEmpty();
    }

    @Test
    void the_same_status_for_another_reason_is_no_change_of_status() {
        Seen after =
                seen("Printer", Status.PENDING, "money", Urgency.LOW, 1, 7L, List.of("a", "b"), MONDAY, Set.of(3L));
        MacroTrace trace = kept(MacroTrace.of(BEFORE, after, List.of()));
        assertThat(trace.status()).isEmpty();
        assertThat(trace.back(after.ticket()))
                .containsExactly(new TicketChange.SetStatus(Status.PENDING, "parts", null));
    }

    private static MacroTrace kept(MacroTrace trace) {
        return MacroTrace.parse(trace.text());
    }

    private static Seen seen(
            String subject,
            Status status,
            String reason,
            Urgency urgency,
            long queueId,
            Long ownerId,
            List<String> tags,
            Instant dueAt,
            Set<Long> participants) {
        TicketView ticket = new TicketView(
                5,
                "10009",
                subject,
                status,
                reason,
                Priority.NORMAL,
                null,
                urgency,
                false,
                TicketType.QUESTION,
                Channel.EMAIL,
                "en",
                9,
                "Printers",
                queueId,
                "Support",
                ownerId,
                null,
                null,
                null,
                6,
                "Anna",
                null,
                null,
                null,
                tags,
                false,
                dueAt,
                null,
                MONDAY,
                MONDAY,
                null,
                null,
                null,
                null,
                null,
                1,
                Set.of(),
                true);
        return new Seen(ticket, participants);
    }
}
