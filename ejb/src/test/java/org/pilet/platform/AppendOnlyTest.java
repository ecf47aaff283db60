package org.pilet.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Features A2.9: no code of ours, whatever it tries, changes a ticket's history. */
@ExtendWith(PostgresExtension.class)
class AppendOnlyTest {

    private final Sql sql;

    AppendOnlyTest(Sql sql) {
        this.sql = sql;
    }

    @BeforeEach
    void one_event() {
        sql.update(
                "insert into person (id, kind, name, created_at) values (1, 'CUSTOMER', 'Anna', now()) on conflict do"
                        + " nothing");
        sql.update("insert into team (id, name) values (1, 'Desk') on conflict do nothing");
        sql.update("insert into category (id, name) values (1, 'Other') on conflict do nothing");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 'support@pilet.test', 1, 1) on conflict do nothing");
        sql.update("insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                + " queue_id, requester_id, created_at, changed_at) values (1, '1000017', 's', 'NEW', 'NORMAL',"
                + " 'QUESTION', 'EMAIL', 'en', 1, 1, 1, now(), now()) on conflict do nothing");
        sql.update("insert into ticket_event (id, ticket_id, ticket_version, at, kind, actor_kind, status, queue_id)"
                + " values (1, 1, 1, now(), 'OPENED', 'SYSTEM', 'NEW', 1) on conflict do nothing");
    }

    @Test
    void a_ticket_event_cannot_be_changed() {
        assertThatThrownBy(() -> sql.update("update ticket_event set new_value = 'x' where id = 1"))
                .hasStackTraceContaining("append-only");
    }

    @Test
    void a_ticket_event_cannot_be_deleted() {
        assertThatThrownBy(() -> sql.update("delete from ticket_event where id = 1"))
                .hasStackTraceContaining("append-only");
    }
}
