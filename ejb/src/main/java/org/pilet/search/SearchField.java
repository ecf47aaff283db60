package org.pilet.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pilet.tickets.Channel;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketType;
import org.pilet.tickets.Urgency;

/** What a search may ask for by name, as in {@code status:open} or {@code created:>2026-01-31}. */
public enum SearchField {
    STATUS(Kind.CONSTANT, "t.status"),
    PRIORITY(Kind.CONSTANT, "t.priority"),
    IMPACT(Kind.CONSTANT, "t.impact"),
    URGENCY(Kind.CONSTANT, "t.urgency"),
    TYPE(Kind.CONSTANT, "t.type"),
    CHANNEL(Kind.CONSTANT, "t.channel"),
    QUEUE(
            Kind.NAMED,
            "t.queue_id = any(array(with recursive below as (select n.id from queue n where %s union select c.id from"
                    + " queue c join below b on c.parent_id = b.id) select id from below))"),
    TEAM(Kind.NAMED, "t.queue_id in (select x.id from queue x join team n on n.id = x.team_id where %s)"),
    CATEGORY(
            Kind.NAMED,
            "t.category_id in (with recursive below as (select n.id from category n where %s union select c.id from"
                    + " category c join below b on c.parent_id = b.id) select id from below)"),
    ASSET(
            Kind.NAMED,
            "exists (select 1 from ticket_asset x join asset n on n.id = x.asset_id where x.ticket_id = t.id and (%s))"),
    ORGANISATION(Kind.NAMED, "t.organisation_id in (select n.id from organisation n where %s)"),
    OWNER(Kind.PERSON, "t.owner_id"),
    RESPONSIBLE(Kind.PERSON, "t.responsible_id"),
    REQUESTER(Kind.PERSON, "t.requester_id"),
    PARTICIPANT(Kind.PEOPLE, "ticket_participant"),
    TAG(Kind.TAG, null),
    SUBJECT(Kind.WORDS, null),
    NUMBER(Kind.EXACT, "t.number"),
    LANGUAGE(Kind.EXACT, "t.language"),
    MESSAGE(Kind.FULL_TEXT, "PUBLIC"),
    NOTE(Kind.FULL_TEXT, "INTERNAL"),
    FILE(Kind.WORDS, null),
    CREATED(Kind.PAST, "t.created_at"),
    CHANGED(Kind.PAST, "t.changed_at"),
    RESOLVED(Kind.PAST, "t.resolved_at"),
    CLOSED(Kind.PAST, "t.closed_at"),
    ANSWERED(Kind.PAST, "t.first_response_at"),
    DUE(Kind.FUTURE, "t.next_due_at"),
    WAKES(Kind.FUTURE, "t.wake_up_at"),
    IS(Kind.FLAG, null),
    HAS(Kind.FLAG, null);

    /** What stands behind the colon. */
    public enum Kind {
        /** One of a few fixed words. */
        CONSTANT,
        /** A name, or its beginning, or {@code #} and an id; of a queue behind {@code =} it alone, without those below. */
        NAMED,
        /** A person's name or address, {@code me} or {@code nobody}, or {@code #} and an id. */
        PERSON,
        /** The same, of several. */
        PEOPLE,
        TAG,
        /** A part of a text. */
        WORDS,
        EXACT,
        /** Words of one message. */
        FULL_TEXT,
        /** A day, a range of days, or how long ago at most. */
        PAST,
        /** A day, a range of days, or in how long at most. */
        FUTURE,
        /** One of {@link SearchFlag}. */
        FLAG
    }

    private final Kind kind;
    private final String sql;

    SearchField(Kind kind, String sql) {
        this.kind = kind;
        this.sql = sql;
    }

    public Kind kind() {
        return kind;
    }

    String sql() {
        return sql;
    }

    /** How it is written in a search. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The fixed words that may follow; empty where anything may. */
    public List<String> words() {
        return switch (this) {
            case STATUS -> words(Status.values());
            case PRIORITY -> words(Priority.values());
            case IMPACT -> words(Impact.values());
            case URGENCY -> words(Urgency.values());
            case TYPE -> words(TicketType.values());
            case CHANNEL -> words(Channel.values());
            case IS -> words(SearchFlag.of(IS));
            case HAS -> words(SearchFlag.of(HAS));
            default -> List.of();
        };
    }

    static Optional<SearchField> named(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.word().equals(wanted))
                .findFirst();
    }

    private static List<String> words(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
