package org.pilet.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pilet.reporting.ReportedTicket.DeedKind;
import org.pilet.reporting.ReportedTicket.TurnKind;
import org.pilet.sla.OpenHours;
import org.pilet.tickets.Status;

class FactRulesTest {

    private final Histories ticket = new Histories();

    @Test
    void first_response_is_charged_to_the_queue_then_and_to_the_author() {
        ticket.status("2 16:00", Status.NEW)
                .queue("3 08:00", 2)
                .agentWrites("3 10:00", 5)
                .queue("3 11:00", 3);
        Fact fact = only(Metric.FIRST_RESPONSE);
        assertThat(fact.calendar()).isEqualTo(Duration.ofHours(18));
        assertThat(fact.business()).isEqualTo(Duration.ofHours(2));
        assertThat(fact.place().queueId()).isEqualTo(2);
        assertThat(fact.place().agentId()).isEqualTo(5);
    }

    @Test
    void a_call_taken_by_an_agent_was_answered_at_once() {
        ticket.byAgent("PHONE").status("3 10:00", Status.NEW);
        assertThat(only(Metric.FIRST_RESPONSE).calendar()).isZero();
    }

    @Test
    void a_ticket_that_an_agent_opened_has_no_first_response() {
        ticket.byAgent("MAIL").status("3 10:00", Status.NEW).agentWrites("3 10:05", 5);
        assertThat(only(Metric.FIRST_RESPONSE).outcome()).isEqualTo(Fact.Outcome.EXCLUDED);
    }

    @Test
    void who_was_not_answered_yet_is_awaiting_with_the_age_so_far() {
        ticket.status("2 12:00", Status.NEW);
        assertThat(only(Metric.AWAITING_FIRST_RESPONSE).calendar()).isEqualTo(Duration.ofHours(36));
        assertThat(of(Metric.FIRST_RESPONSE)).isEmpty();
    }

    @Test
    void closed_without_response_has_its_own_counter_and_is_excluded() {
        ticket.status("2 12:00", Status.NEW).status("3 12:00", Status.CLOSED);
        assertThat(of(Metric.CLOSED_WITHOUT_RESPONSE)).hasSize(1);
        assertThat(only(Metric.FIRST_RESPONSE).outcome()).isEqualTo(Fact.Outcome.EXCLUDED);
    }

    @Test
    void what_nobody_routed_answered_or_closed_is_the_work_of_automation() {
        ticket.status("2 12:00", Status.NEW)
                .deed("2 12:01", DeedKind.ROUTED, false)
                .deed("3 09:00", DeedKind.ANSWERED, false)
                .status("3 10:00", Status.RESOLVED)
                .deed("3 10:05", DeedKind.ROUTED, true) // it was solved by then
                .status("3 11:00", Status.CLOSED)
                .deed("3 11:00", DeedKind.CLOSED, false);
        assertThat(only(Metric.AUTOMATION_ROUTED).outcome()).isEqualTo(Fact.Outcome.HIT);
        assertThat(only(Metric.AUTOMATION_ANSWERED).outcome()).isEqualTo(Fact.Outcome.HIT);
        assertThat(only(Metric.AUTOMATION_CLOSED).outcome()).isEqualTo(Fact.Outcome.HIT);
    }

    @Test
    void one_hand_on_a_ticket_is_no_automation() {
        ticket.status("2 12:00", Status.NEW)
                .deed("2 12:01", DeedKind.ROUTED, false)
                .deed("2 13:00", DeedKind.ROUTED, true)
                .deed("3 09:00", DeedKind.ANSWERED, false)
                .deed("3 09:30", DeedKind.ANSWERED, true)
                .status("3 10:00", Status.CLOSED)
                .deed("3 10:00", DeedKind.CLOSED, true);
        assertThat(only(Metric.AUTOMATION_ROUTED).outcome()).isEqualTo(Fact.Outcome.COUNTED);
        assertThat(only(Metric.AUTOMATION_ANSWERED).outcome()).isEqualTo(Fact.Outcome.COUNTED);
        assertThat(only(Metric.AUTOMATION_CLOSED).outcome()).isEqualTo(Fact.Outcome.COUNTED);
    }

    @Test
    void several_customer_messages_are_one_wait() {
        ticket.status("2 12:00", Status.NEW)
                .agentWrites("2 13:00", 5)
                .customerWrites("3 09:00")
                .customerWrites("3 10:00")
                .agentWrites("3 12:00", 6)
                .agentWrites("3 13:00", 6);
        assertThat(only(Metric.NEXT_RESPONSE).calendar()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void waiting_statuses_pause_resolution_but_not_the_wall_clock() {
        ticket.status("3 09:00", Status.NEW).status("3 10:00", Status.PENDING).status("3 12:00", Status.OPEN);
        ticket.status("3 13:00", Status.RESOLVED).status("3 15:00", Status.CLOSED);
        Fact full = only(Metric.RESOLUTION_FULL);
        assertThat(full.calendar()).isEqualTo(Duration.ofHours(4));
        assertThat(full.business()).isEqualTo(Duration.ofHours(2));
        assertThat(only(Metric.SPENT_AGENT).calendar()).isEqualTo(Duration.ofHours(2));
        assertThat(only(Metric.SPENT_CUSTOMER).calendar()).isEqualTo(Duration.ofHours(2));
        assertThat(of(Metric.CLOSED_DIRECTLY)).isEmpty();
    }

    @Test
    void a_reopened_ticket_has_a_first_resolution_but_no_full_one() {
        ticket.status("3 09:00", Status.NEW).status("3 10:00", Status.RESOLVED).status("3 11:00", Status.OPEN);
        assertThat(of(Metric.RESOLUTION_FIRST)).hasSize(1);
        assertThat(of(Metric.RESOLUTION_FULL)).isEmpty();
        assertThat(of(Metric.REOPENED)).hasSize(1);
    }

    @Test
    void time_resolved_before_a_reopening_is_never_called_waiting() {
        ticket.status("2 09:00", Status.NEW).status("2 10:00", Status.RESOLVED).status("3 10:00", Status.OPEN);
        ticket.status("3 12:00", Status.RESOLVED);
        assertThat(only(Metric.SPENT_RESOLVED).calendar()).isEqualTo(Duration.ofHours(24));
        assertThat(only(Metric.SPENT_CUSTOMER).calendar()).isZero();
        assertThat(only(Metric.RESOLUTION_FULL).business()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void spam_is_excluded_and_counted_but_stays_in_the_flows() {
        ticket.status("3 09:00", Status.NEW).status("3 10:00", Status.SPAM);
        assertThat(only(Metric.VOLUME).outcome()).isEqualTo(Fact.Outcome.EXCLUDED);
        assertThat(only(Metric.CREATED).outcome()).isEqualTo(Fact.Outcome.COUNTED);
        assertThat(only(Metric.REMOVED).outcome()).isEqualTo(Fact.Outcome.COUNTED);
    }

    @Test
    void moving_to_another_queue_counts_for_queues_only() {
        ticket.status("2 09:00", Status.NEW).queue("3 10:00", 2);
        assertThat(only(Metric.MOVED_IN).dimension()).isEqualTo(Dimension.QUEUE);
        assertThat(only(Metric.MOVED_OUT).place().queueId()).isEqualTo(1);
    }

    @Test
    void a_target_is_counted_in_the_day_it_was_decided_and_void_ones_apart() {
        ticket.status("2 09:00", Status.NEW)
                .target(Metric.SLA_FIRST_RESPONSE, "3 09:00", TurnKind.MET)
                .target(Metric.SLA_RESOLUTION, "4 09:00", TurnKind.BREACHED)
                .target(Metric.SLA_NEXT_RESPONSE, "3 11:00", TurnKind.VOIDED);
        assertThat(only(Metric.SLA_FIRST_RESPONSE).outcome()).isEqualTo(Fact.Outcome.HIT);
        assertThat(of(Metric.SLA_RESOLUTION)).isEmpty();
        assertThat(only(Metric.SLA_NEXT_RESPONSE).outcome()).isEqualTo(Fact.Outcome.EXCLUDED);
        assertThat(of(Metric.SLA_ALL)).hasSize(2);
    }

    @Test
    void what_teams_owe_each_other_is_told_apart_and_charged_to_the_team_that_had_it() {
        ticket.status("2 09:00", Status.NEW)
                .queue("3 10:00", 2)
                .target(Metric.SLA_TEAM_RESOLUTION, "3 10:00", TurnKind.MET)
                .target(Metric.SLA_TIME_TO_OWN, "3 11:00", TurnKind.MET);
        assertThat(only(Metric.SLA_TEAM_RESOLUTION).outcome()).isEqualTo(Fact.Outcome.HIT);
        assertThat(only(Metric.SLA_TEAM_RESOLUTION).place().queueId()).isEqualTo(1);
        assertThat(only(Metric.SLA_TIME_TO_OWN).place().queueId()).isEqualTo(2);
        assertThat(of(Metric.SLA_ALL)).hasSize(1);
    }

    @Test
    void promises_count_for_the_agreement_that_made_them_and_nothing_else_does() {
        ReportedTicket built = ticket.status("3 09:00", Status.NEW).build();
        ReportedTicket promised = new ReportedTicket(
                7,
                false,
                null,
                built.steps(),
                built.remarks(),
                List.of(new ReportedTicket.Target(
                        Metric.SLA_RESOLUTION,
                        12L,
                        target(Metric.SLA_RESOLUTION, TurnKind.MET).turns())));
        assertThat(FactRules.facts(promised, Histories.TUESDAY, OpenHours.roundTheClock()))
                .filteredOn(fact -> fact.countsFor(Dimension.AGREEMENT))
                .extracting(fact -> fact.metric() + " " + Dimension.AGREEMENT.keyOf(fact.place()))
                .containsExactly("SLA_RESOLUTION 12", "SLA_ALL 12", "SLA_ADJUSTED 12");
    }

    @Test
    void a_breach_that_somebody_has_excused_counts_raw_and_not_adjusted() {
        ReportedTicket built = ticket.status("2 09:00", Status.NEW).build();
        ReportedTicket excused = new ReportedTicket(
                7,
                false,
                null,
                built.steps(),
                built.remarks(),
                List.of(target(Metric.SLA_RESOLUTION, TurnKind.BREACHED, TurnKind.EXCUSED)));
        assertThat(FactRules.facts(excused, Histories.TUESDAY, OpenHours.roundTheClock()))
                .filteredOn(fact -> fact.metric().name().startsWith("SLA_"))
                .extracting(fact -> fact.metric() + " " + fact.outcome())
                .containsExactly("SLA_RESOLUTION COUNTED", "SLA_ALL COUNTED", "SLA_ADJUSTED EXCLUDED");
    }

    @Test
    void a_ticket_with_a_breached_target_is_overdue_and_not_met_as_a_whole() {
        ticket.status("2 09:00", Status.NEW)
                .target(Metric.SLA_FIRST_RESPONSE, "2 10:00", TurnKind.BREACHED)
                .target(Metric.SLA_RESOLUTION, "3 09:00", TurnKind.MET);
        assertThat(of(Metric.BACKLOG_OVERDUE)).hasSize(1);
        ticket.status("3 09:00", Status.RESOLVED);
        assertThat(only(Metric.SLA_PER_TICKET).outcome()).isEqualTo(Fact.Outcome.COUNTED);
    }

    @Test
    void a_target_met_and_reopened_is_open_again_but_a_breach_stays() {
        ReportedTicket built = ticket.status("2 09:00", Status.NEW).build();
        List<ReportedTicket.Target> targets = List.of(
                target(Metric.SLA_RESOLUTION, TurnKind.MET, TurnKind.RESUMED),
                target(Metric.SLA_FIRST_RESPONSE, TurnKind.BREACHED, TurnKind.RESUMED, TurnKind.MET));
        ReportedTicket reopened = new ReportedTicket(7, false, null, built.steps(), built.remarks(), targets);
        assertThat(FactRules.facts(reopened, Histories.TUESDAY, OpenHours.roundTheClock()))
                .filteredOn(fact -> fact.metric().name().startsWith("SLA_"))
                .extracting(Fact::metric, Fact::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Metric.SLA_FIRST_RESPONSE, Fact.Outcome.COUNTED),
                        org.assertj.core.groups.Tuple.tuple(Metric.SLA_ALL, Fact.Outcome.COUNTED),
                        org.assertj.core.groups.Tuple.tuple(Metric.SLA_ADJUSTED, Fact.Outcome.COUNTED));
    }

    @Test
    void one_contact_is_enough_when_two_messages_follow_each_other_closely() {
        ticket.status("3 09:00", Status.NEW).queue("3 09:01", 2).owner("3 09:05", 5L);
        ticket.agentWrites("3 09:10", 5).agentWrites("3 09:18", 5).status("3 09:20", Status.RESOLVED);
        assertThat(only(Metric.FIRST_CONTACT_PROVISIONAL).outcome()).isEqualTo(Fact.Outcome.HIT);
        assertThat(of(Metric.FIRST_CONTACT)).isEmpty();
    }

    @Test
    void a_transfer_after_somebody_owned_it_spoils_first_contact() {
        ticket.status("3 09:00", Status.NEW).owner("3 09:05", 5L).queue("3 09:06", 2);
        ticket.agentWrites("3 09:10", 5).status("3 09:20", Status.RESOLVED);
        assertThat(only(Metric.FIRST_CONTACT_PROVISIONAL).outcome()).isEqualTo(Fact.Outcome.COUNTED);
    }

    @Test
    void first_contact_is_final_when_seven_days_have_passed() {
        ticket.status("3 09:00", Status.NEW).agentWrites("3 09:10", 5).status("3 09:20", Status.RESOLVED);
        Period weekLater = Period.whole(Histories.TUESDAY.day().plusDays(7), Histories.TUESDAY.zone());
        assertThat(FactRules.facts(ticket.build(), weekLater, OpenHours.roundTheClock()))
                .extracting(Fact::metric, Fact::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Metric.FIRST_CONTACT, Fact.Outcome.HIT));
    }

    private static ReportedTicket.Target target(Metric metric, TurnKind... turns) {
        List<ReportedTicket.Turn> noted = new java.util.ArrayList<>();
        for (TurnKind turn : turns) {
            noted.add(new ReportedTicket.Turn(Histories.march("3 1" + noted.size() + ":00"), turn));
        }
        return new ReportedTicket.Target(metric, noted);
    }

    private Fact only(Metric metric) {
        assertThat(of(metric)).as(metric.name()).hasSize(1);
        return of(metric).get(0);
    }

    private List<Fact> of(Metric metric) {
        return FactRules.facts(ticket.build(), Histories.TUESDAY, new SlowOpenTime()).stream()
                .filter(fact -> fact.metric() == metric)
                .toList();
    }
}
