package org.pilet.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pilet.platform.InvalidInput;

class TicketTest {

    private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    private static final QueueView SUPPORT =
            new QueueView(7, "Support", "support@pilet.test", 1, "Desk", 3, Priority.HIGH, true, "", true);

    private final Ticket ticket = new Ticket("1000017", asked("  Printer jams  "), SUPPORT, "et", null, NOW);

    @Test
    void starts_new_with_the_queue_s_defaults() {
        assertThat(ticket.status()).isEqualTo(Status.NEW);
        assertThat(ticket.priority()).isEqualTo(Priority.HIGH);
        assertThat(ticket.categoryId()).isEqualTo(3);
        assertThat(ticket.subject()).isEqualTo("Printer jams");
        assertThat(ticket.tags()).containsExactly("printer");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void allows_exactly_the_transitions_of_the_life_cycle(Status next) {
        ticket.become(Status.RESOLVED, null, null, NOW);

        if (next == Status.RESOLVED || Status.RESOLVED.mayBecome(next)) {
            ticket.become(next, "because", NOW.plusSeconds(60), NOW);
            assertThat(ticket.status()).isEqualTo(next);
        } else {
            assertThatThrownBy(() -> ticket.become(next, "because", NOW.plusSeconds(60), NOW))
                    .isInstanceOf(TransitionRefused.class);
            assertThat(ticket.status()).isEqualTo(Status.RESOLVED);
        }
    }

    @Test
    void what_is_closed_becomes_nothing_else_before_it_is_open_again() {
        ticket.become(Status.CLOSED, null, null, NOW);

        assertThat(Status.CLOSED.next()).containsExactly(Status.OPEN);
        assertThatThrownBy(() -> ticket.become(Status.ANSWERED, null, null, NOW))
                .isInstanceOf(TransitionRefused.class);
        ticket.become(Status.OPEN, null, null, NOW);
        assertThat(ticket.status()).isEqualTo(Status.OPEN);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEW") // to which nothing leads
    void every_change_of_status_can_be_taken_back_also_a_final_one(Status next) {
        ticket.become(Status.POSTPONED, "holiday", NOW.plusSeconds(600), NOW);
        StatusBefore before = new StatusBefore(Status.POSTPONED, "holiday", NOW.plusSeconds(600), null, null, next);
        ticket.become(next, "because", NOW.plusSeconds(60), NOW.plusSeconds(1));

        ticket.restored(before, NOW.plusSeconds(2));

        assertThat(ticket.status()).isEqualTo(Status.POSTPONED);
        assertThat(ticket.statusReason()).isEqualTo("holiday");
        assertThat(ticket.wakeUpAt()).isEqualTo(NOW.plusSeconds(600));
    }

    @Test
    void a_sleep_that_would_be_over_is_not_taken_up_again() {
        ticket.become(Status.CLOSED, null, null, NOW);
        ticket.restored(
                new StatusBefore(Status.POSTPONED, "holiday", NOW.plusSeconds(60), null, null, Status.CLOSED),
                NOW.plusSeconds(61));

        assertThat(ticket.status()).isEqualTo(Status.OPEN);
        assertThat(ticket.wakeUpAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "ON_HOLD", "POSTPONED"})
    void waiting_needs_a_reason(Status waiting) {
        assertThatThrownBy(() -> ticket.become(waiting, " ", NOW.plusSeconds(60), NOW))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ticket.become(waiting, "x".repeat(1001), NOW.plusSeconds(60), NOW))
                .isInstanceOf(InvalidInput.class);
        assertThat(ticket.status()).isEqualTo(Status.NEW);
    }

    @Test
    void postponed_needs_a_date_in_the_future() {
        assertThatThrownBy(() -> ticket.become(Status.POSTPONED, "holiday", NOW, NOW))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ticket.become(Status.POSTPONED, "holiday", null, NOW))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void refuses_a_due_date_in_the_past() {
        assertThatThrownBy(() -> ticket.due(NOW.minusSeconds(1), NOW)).isInstanceOf(InvalidInput.class);
        assertThat(ticket.dueAt()).isNull();
    }

    @Test
    void tags_are_the_same_whatever_their_case() {
        assertThat(ticket.addTag(" PRINTER ")).isFalse();
        assertThat(ticket.addTag("Paper")).isTrue();
        assertThat(ticket.tags()).containsExactlyInAnyOrder("printer", "paper");
        assertThatThrownBy(() -> ticket.addTag(" ")).isInstanceOf(InvalidInput.class);
    }

    private static OpenTicket asked(String subject) {
        return new OpenTicket(subject, 7, null, null, null, Channel.EMAIL, 42, null, false, List.of("Printer"), null);
    }
}
