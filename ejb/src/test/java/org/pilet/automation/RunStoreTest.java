package org.pilet.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.automation.terms.Arguments;
import org.pilet.platform.DatabaseFault;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;

@ExtendWith(PostgresExtension.class)
class RunStoreTest {

    private static final Instant NOON = FactSketch.NOON;
    private static final Rule RULE = new Rule(
            7,
            "Backups",
            Set.of(),
            TriggerKind.TIMETABLE,
            new Arguments(RuleJson.object("{}"), "trigger"),
            ConditionTree.ALWAYS,
            List.of());

    private final Sql sql;
    private final RunStore store;

    RunStoreTest(Sql sql) {
        this.sql = sql;
        this.store = new RunStore(sql);
    }

    @BeforeEach
    void furnish() {
        TicketRows.furnish(sql, 2);
        sql.update("delete from rule_run");
    }

    @Test
    void an_hour_that_opened_no_ticket_is_in_the_log_and_gets_its_ticket_when_tried_again() {
        RuleEvent hour = RuleEvent.ofItsOwn(7, NOON);
        store.failed(RULE, hour, NOON, "mayNotWork");
        assertThat(store.knows(7, hour.key())).isTrue();
        RuleRunView failed = only();
        assertThat(failed.ticketId()).isNull();
        assertThat(failed.ticketNumber()).isNull();
        assertThat(store.lock(failed.id()).orElseThrow().event()).isEqualTo(hour);

        store.end(failed.id(), RunState.DONE, "[]");
        store.opened(failed.id(), hour.about(2));
        assertThat(only().ticketNumber()).isEqualTo("102");
        assertThat(store.lock(failed.id()).orElseThrow().event()).isEqualTo(hour.about(2));
    }

    @Test
    void the_same_hour_opens_no_second_ticket() {
        RuleEvent hour = RuleEvent.ofItsOwn(7, NOON);
        assertThat(store.knows(7, hour.key())).isFalse();
        store.ran(RULE, hour.about(1), NOON, null, "[]", 0);
        assertThatThrownBy(() -> store.ran(RULE, hour.about(2), NOON, null, "[]", 0))
                .isInstanceOf(DatabaseFault.class);
        assertThat(only().ticketId()).isEqualTo(1);
        assertThat(store.knows(7, RuleEvent.ofItsOwn(7, NOON.plusSeconds(60)).key()))
                .isFalse();
    }

    private RuleRunView only() {
        List<RuleRunView> all = store.list(7L, null, null, Long.MAX_VALUE, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
