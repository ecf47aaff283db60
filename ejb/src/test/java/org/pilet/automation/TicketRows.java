package org.pilet.automation;

import org.pilet.platform.Sql;

/** Tickets as rows, ids from 1 on, each with the message that opened it and a promise. */
final class TicketRows {

    private TicketRows() {}

    static void furnish(Sql sql, int count) {
        sql.update("truncate person, team, category, queue, ticket cascade");
        sql.update("insert into person (id, kind, name, email, language, created_at) values (11, 'CUSTOMER', 'Carl',"
                + " 'carl@x.test', 'en', now())");
        sql.update("insert into team (id, name) values (1, 'T')");
        sql.update("insert into category (id, name, parent_id) values (1, 'C', null), (2, 'D', 1)");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Q', 'q@x', 1, 1)");
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) select n, '10' || n, 'nothing special', 'NEW',"
                        + " 'NORMAL', 'QUESTION', 'EMAIL', 'en', 2, 1, 11, now(), now() from generate_series(1, ?) n",
                count);
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_name, author_address, at,"
                        + " body_text, language) select n, n, 'PUBLIC', 'CUSTOMER', 'EMAIL', 'C', 'carl@x.test', now(),"
                        + " repeat('the printer on the third floor is out of paper. ', 20), 'en' from generate_series(1,"
                        + " ?) n",
                count);
        sql.update("analyze");
    }
}
