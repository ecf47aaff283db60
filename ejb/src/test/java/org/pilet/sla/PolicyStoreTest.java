package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.catalog.CategoriesMerged;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

@ExtendWith(PostgresExtension.class)
class PolicyStoreTest {

    private static final long OFFICE_HOURS = 1;
    private static final long STANDARD = 1;

    private final Sql sql;
    private final PolicyStore store;
    private final CalendarStore calendars;

    PolicyStoreTest(Sql sql) {
        this.sql = sql;
        store = new PolicyStore(sql);
        calendars = new CalendarStore(sql);
    }

    @Test
    void keepsAPolicyAsItWasGiven() {
        PolicyDraft draft = draft("Urgent first", 10, Priority.URGENT, 1);
        long id = store.add(draft);
        assertThat(find(id)).isEqualTo(new PolicyView(id, 0, draft));
        assertThat(store.replace(id, 0, draft("Later", 20, null, 2))).isTrue();
        assertThat(store.replace(id, 0, draft)).isFalse();
        assertThat(find(id).content()).isEqualTo(draft("Later", 20, null, 2));
        assertThat(store.replace(id, 1, off(draft))).isTrue();
    }

    @Test
    void theFirstPolicyThatFitsApplies() {
        long urgent = store.add(draft("Only urgent ones", 30, Priority.URGENT, 3));
        assertThat(book().policyFor(ticket(Priority.URGENT)).orElseThrow().id()).isEqualTo(urgent);
        assertThat(book().policyFor(ticket(Priority.LOW)).orElseThrow().id()).isEqualTo(STANDARD);
        store.replace(urgent, 0, off(find(urgent).content()));
        assertThat(book().policyFor(ticket(Priority.URGENT)).orElseThrow().id()).isEqualTo(STANDARD);
    }

    @Test
    void theShippedPolicyPromisesSomethingToEveryTicket() {
        Policy standard = book().policy(STANDARD);
        for (Priority priority : Priority.values()) {
            for (Metric metric : List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION)) {
                assertThat(standard.agreement(metric, priority, false)).isPresent();
            }
        }
        assertThat(standard.agreement(Metric.RESOLUTION, Priority.LOW, false)
                        .orElseThrow()
                        .budget())
                .isEqualTo(Budget.open(Duration.ofHours(80)));
        assertThat(standard.ladder(Metric.RESOLUTION)
                        .level(EscalationLadder.Rung.DUE)
                        .orElseThrow()
                        .steps())
                .containsExactlyInAnyOrder(
                        LadderStep.of(LadderAction.RAISE_PRIORITY),
                        LadderStep.of(LadderAction.NOTIFY_LEAD),
                        LadderStep.of(LadderAction.MARK_ESCALATED));
        assertThat(find(STANDARD).content().pauses()).isEqualTo(PolicyDraft.USUAL_PAUSES);
    }

    @Test
    void agreementsAboutAServiceFollowItsMergeAndComeBackWithIt() {
        sql.update("insert into category (id, name) values (8001, 'Toner'), (8002, 'Printing'), (8003, 'Other')");
        sql.update("insert into category_merge (id, from_id, into_id, merged_at) values (8001, 8001, 8002, now())");
        long one = store.add(draft("About toner", 40, Priority.HIGH, 1));
        long both = store.add(draft("About both", 41, Priority.HIGH, 1));
        long other = store.add(draft("About another", 42, Priority.HIGH, 1));
        service(one, 8001);
        service(both, 8001);
        service(both, 8002);
        service(other, 8003);

        MergedServices merged = Wiring.wire(new MergedServices(), store);
        merged.merged(merge(8001, false));
        assertThat(services(one)).containsExactly("8002");
        assertThat(services(both)).containsExactly("8002");
        assertThat(services(other)).containsExactly("8003");
        assertThat(find(one).content().conditions().priorities()).containsExactly(Priority.HIGH);

        merged.merged(merge(8001, true));
        assertThat(services(one)).containsExactly("8001");
        assertThat(services(both)).containsExactly("8001", "8002");
        assertThat(services(other)).containsExactly("8003");
    }

    @Test
    void anAgreementThatSomebodyHasChangedSinceTheMergeStaysAsItIs() {
        sql.update("insert into category (id, name) values (8011, 'Ink'), (8012, 'Paper'), (8013, 'Pens')");
        sql.update("insert into category_merge (id, from_id, into_id, merged_at) values (8011, 8011, 8012, now())");
        long id = store.add(draft("About ink", 43, Priority.HIGH, 1));
        service(id, 8011);
        MergedServices merged = Wiring.wire(new MergedServices(), store);
        merged.merged(merge(8011, false));
        sql.update("delete from sla_policy_condition where policy_id = ? and field = 'SERVICE'", id);
        service(id, 8013);
        merged.merged(merge(8011, true));
        assertThat(services(id)).containsExactly("8013");
    }

    /** Of the category that has the merge's id, into the next one. */
    private static CategoriesMerged merge(long id, boolean undone) {
        return new CategoriesMerged(id, id, id + 1, null, Instant.EPOCH, undone);
    }

    private void service(long policy, long category) {
        sql.update(
                "insert into sla_policy_condition (policy_id, field, value) values (?, 'SERVICE', ?)",
                policy,
                String.valueOf(category));
    }

    private List<String> services(long policy) {
        return sql.list(
                "select value from sla_policy_condition where policy_id = ? and field = 'SERVICE' order by value",
                row -> row.text("value"),
                policy);
    }

    private Rulebook book() {
        return new Rulebook(store.all(), calendars.all(), ZoneId.of("Europe/Tallinn"));
    }

    private PolicyView find(long id) {
        return store.all().stream()
                .filter(policy -> policy.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static PolicyDraft off(PolicyDraft draft) {
        return new PolicyDraft(
                draft.name(),
                draft.position(),
                false,
                draft.calendarId(),
                draft.conditions(),
                draft.targets(),
                draft.pauses(),
                draft.levels(),
                draft.options());
    }

    private static PolicyDraft draft(String name, int position, Priority priority, int hours) {
        return new PolicyDraft(
                name,
                position,
                true,
                OFFICE_HOURS,
                null,
                priority,
                null,
                List.of(
                        new PolicyDraft.Target(Metric.FIRST_RESPONSE, null, Duration.ofHours(hours)),
                        new PolicyDraft.Target(Metric.RESOLUTION, Priority.HIGH, Duration.ofHours(2L * hours))),
                Map.of(Metric.RESOLUTION, Set.of(Status.PENDING)),
                List.of(
                        new PolicyDraft.Level(Metric.RESOLUTION, 75, Set.of(LadderAction.NOTIFY_OWNER)),
                        new PolicyDraft.Level(
                                Metric.RESOLUTION,
                                100,
                                Set.of(LadderAction.NOTIFY_LEAD, LadderAction.RAISE_PRIORITY))));
    }

    private static TicketFacts ticket(Priority priority) {
        return TicketFacts.plain(7, Status.NEW, priority, 1, null, false, Instant.EPOCH, null, null);
    }
}
