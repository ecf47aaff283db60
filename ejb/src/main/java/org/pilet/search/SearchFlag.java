package org.pilet.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a search may ask with {@code is:} and {@code has:}. A {@code ?} stands for who asks, {@code :now} for now. */
enum SearchFlag {
    OPEN(SearchField.IS, "t.status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED')"),
    CLOSED(SearchField.IS, "t.status in ('RESOLVED', 'CLOSED')"),
    WAITING(SearchField.IS, "t.status in ('PENDING', 'ON_HOLD', 'POSTPONED')"),
    MINE(SearchField.IS, "t.owner_id = :me"),
    ASSIGNED(SearchField.IS, "t.owner_id is not null"),
    UNASSIGNED(SearchField.IS, "t.owner_id is null"),
    ESCALATED(SearchField.IS, "t.escalated"),
    OVERDUE(SearchField.IS, "t.next_due_at <= :now"),
    RISK(SearchField.IS, "t.risk_at <= :now"),
    UNREAD(
            SearchField.IS,
            "not exists (select 1 from ticket_seen s where s.ticket_id = t.id and s.person_id = :me and s.seen_at >="
                    + " t.changed_at)"),
    UNANSWERED(SearchField.IS, "t.first_response_at is null"),
    TAG(SearchField.HAS, "exists (select 1 from ticket_tag g where g.ticket_id = t.id)"),
    FILE(
            SearchField.HAS,
            "exists (select 1 from message m join attachment a on a.message_id = m.id where m.ticket_id = t.id)"),
    NOTE(SearchField.HAS, "exists (select 1 from message m where m.ticket_id = t.id and m.visibility = 'INTERNAL')"),
    LINK(SearchField.HAS, "exists (select 1 from ticket_link l where t.id in (l.from_id, l.to_id))"),
    ASSET(SearchField.HAS, "exists (select 1 from ticket_asset x where x.ticket_id = t.id)"),
    DUE(SearchField.HAS, "t.next_due_at is not null");

    private final SearchField field;
    private final String sql;

    SearchFlag(SearchField field, String sql) {
        this.field = field;
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    static SearchFlag[] of(SearchField field) {
        return Arrays.stream(values()).filter(flag -> flag.field == field).toArray(SearchFlag[]::new);
    }

    static Optional<SearchFlag> named(SearchField field, String word) {
        return Arrays.stream(of(field))
                .filter(flag -> flag.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
