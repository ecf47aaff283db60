package org.pilet.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.pilet.reporting.ReportedTicket.Remark;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.sla.OpenHours;
import org.pilet.tickets.Status;

/** Whatever happens to tickets, the figures agree with an oracle that looks at every minute or counts by hand. */
class FactPropertyTest {

    private static final OpenHours NINE_TO_FIVE = new SlowOpenTime();

    @Provide
    Arbitrary<ReportedTicket> ticket() {
        return Histories.any();
    }

    @Provide
    Arbitrary<List<ReportedTicket>> tickets() {
        return Histories.any().list().ofMaxSize(12);
    }

    @Property(tries = 300)
    void the_backlog_identity_holds_for_every_key_of_every_dimension(@ForAll("tickets") List<ReportedTicket> tickets) {
        assertThat(BacklogIdentity.gaps(figures(tickets, Histories.TUESDAY))).isEmpty();
    }

    @Property(tries = 300)
    void the_backlog_at_the_end_is_what_counting_the_last_steps_gives(@ForAll("tickets") List<ReportedTicket> tickets) {
        Map<String, Long> counted = new HashMap<>();
        for (ReportedTicket ticket : tickets) {
            Step last = null;
            for (Step step : ticket.steps()) {
                if (step.at().isBefore(Histories.TUESDAY.end())) {
                    last = step;
                }
            }
            if (last != null
                    && List.of("NEW", "OPEN", "ANSWERED", "PENDING", "ON_HOLD", "POSTPONED")
                            .contains(last.status().name())) {
                counted.merge("QUEUE " + last.place().queueId(), 1L, Long::sum);
                counted.merge(
                        "AGENT "
                                + (last.place().agentId() == null
                                        ? "none"
                                        : last.place().agentId()),
                        1L,
                        Long::sum);
            }
        }
        Map<String, Long> found = new HashMap<>();
        for (Figure figure : figures(tickets, Histories.TUESDAY)) {
            if (figure.metric() == Metric.BACKLOG_END
                    && List.of(Dimension.QUEUE, Dimension.AGENT).contains(figure.dimension())) {
                found.put(figure.dimension() + " " + figure.key(), figure.n());
            }
        }
        assertThat(found).isEqualTo(counted);
    }

    @Property(tries = 200)
    void one_day_ends_with_the_backlog_that_the_next_begins_with(@ForAll("tickets") List<ReportedTicket> tickets) {
        Period wednesday = Period.whole(LocalDate.of(2026, 3, 4), ZoneOffset.UTC);
        assertThat(backlog(figures(tickets, Histories.TUESDAY), Metric.BACKLOG_END))
                .isEqualTo(backlog(figures(tickets, wednesday), Metric.BACKLOG_START));
    }

    @Property(tries = 300)
    void what_came_later_changes_nothing(@ForAll("ticket") ReportedTicket ticket) {
        Instant end = Histories.TUESDAY.end();
        ReportedTicket cut = new ReportedTicket(
                ticket.ticketId(),
                ticket.createdByAgent(),
                null,
                ticket.steps().stream().filter(step -> step.at().isBefore(end)).toList(),
                ticket.remarks().stream()
                        .filter(remark -> remark.at().isBefore(end))
                        .toList(),
                List.of());
        assertThat(FactRules.facts(ticket, Histories.TUESDAY, NINE_TO_FIVE))
                .isEqualTo(FactRules.facts(cut, Histories.TUESDAY, NINE_TO_FIVE));
    }

    @Property(tries = 300)
    void the_parts_add_up_to_the_full_resolution_exactly(@ForAll("ticket") ReportedTicket ticket) {
        Duration whole = Duration.ZERO;
        Duration parts = Duration.ZERO;
        for (Fact fact : FactRules.facts(ticket, Histories.TUESDAY, NINE_TO_FIVE)) {
            if (fact.calendar() != null && fact.metric() == Metric.RESOLUTION_FULL) {
                whole = whole.plus(fact.calendar());
            } else if (fact.calendar() != null && fact.metric().name().startsWith("SPENT_")) {
                parts = parts.plus(fact.calendar());
            }
        }
        assertThat(parts).isEqualTo(whole);
    }

    @Property(tries = 200)
    void net_resolution_time_is_what_asking_every_minute_gives(@ForAll("ticket") ReportedTicket ticket) {
        FactRules.facts(ticket, Histories.TUESDAY, NINE_TO_FIVE).stream()
                .filter(fact -> fact.metric() == Metric.RESOLUTION_FIRST && fact.business() != null)
                .forEach(fact -> assertThat(fact.business()).isEqualTo(minuteByMinute(ticket)));
    }

    @Property(tries = 300)
    void first_response_is_the_first_agent_remark_and_in_its_day(@ForAll("ticket") ReportedTicket ticket) {
        Instant first = null;
        for (Remark remark : ticket.remarks()) {
            if (first == null && remark.fromAgent()) {
                first = remark.at();
            }
        }
        boolean expected = !ticket.createdByAgent()
                && first != null
                && Histories.TUESDAY.contains(first)
                && ticket.steps().get(0).at().isBefore(Histories.TUESDAY.end());
        long noted = FactRules.facts(ticket, Histories.TUESDAY, NINE_TO_FIVE).stream()
                .filter(fact -> fact.metric() == Metric.FIRST_RESPONSE)
                .filter(fact -> fact.outcome() == Fact.Outcome.COUNTED || excludedAtEnd(ticket))
                .count();
        if (!excludedAtEnd(ticket)) {
            assertThat(noted).isEqualTo(expected ? 1 : 0);
        }
    }

    private static boolean excludedAtEnd(ReportedTicket ticket) {
        return ticket.steps().stream()
                .filter(step -> step.at().isBefore(Histories.TUESDAY.end()))
                .reduce((one, next) -> next)
                .map(step -> List.of(Status.SPAM, Status.MERGED, Status.DELETED).contains(step.status()))
                .orElse(true);
    }

    /** Walks from creation to the first resolution and counts the minutes in which an agent's clock ran. */
    private static Duration minuteByMinute(ReportedTicket ticket) {
        List<Status> running = List.of(Status.NEW, Status.OPEN, Status.ANSWERED);
        List<Status> working =
                List.of(Status.NEW, Status.OPEN, Status.ANSWERED, Status.PENDING, Status.ON_HOLD, Status.POSTPONED);
        long minutes = 0;
        Status before = Status.NEW;
        Status now = null;
        int next = 0;
        for (Instant minute = ticket.steps().get(0).at(); ; minute = minute.plusSeconds(60)) {
            while (next < ticket.steps().size()
                    && !ticket.steps().get(next).at().isAfter(minute)) {
                now = ticket.steps().get(next++).status();
                if (working.contains(before) && (now == Status.RESOLVED || now == Status.CLOSED)) {
                    return Duration.ofMinutes(minutes);
                }
                before = now;
            }
            minutes += running.contains(now) && SlowOpenTime.isOpen(minute) ? 1 : 0;
        }
    }

    private static Map<String, Long> backlog(List<Figure> figures, Metric metric) {
        Map<String, Long> byKey = new HashMap<>();
        figures.stream()
                .filter(figure -> figure.metric() == metric)
                .forEach(figure -> byKey.put(figure.dimension() + " " + figure.key(), figure.n()));
        return byKey;
    }

    private static List<Figure> figures(List<ReportedTicket> tickets, Period period) {
        FigureSum sum = new FigureSum();
        tickets.forEach(ticket ->
                FactRules.facts(ticket, period, OpenHours.roundTheClock()).forEach(sum::add));
        return sum.figures();
    }
}
