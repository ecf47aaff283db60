package org.pilet.conversation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class DuplicateStore {

    @Inject
    private Sql sql;

    /** Tickets in work that repeat this one. */
    List<Long> openOnes(long ticketId) {
        return sql.list(
                "select t.id from ticket_link l join ticket t on t.id = l.from_id where l.to_id = ? and l.kind ="
                        + " 'DUPLICATE_OF' and t.status not in ('RESOLVED', 'CLOSED', 'MERGED', 'SPAM', 'DELETED') order by"
                        + " t.id",
                row -> row.number("id"),
                ticketId);
    }

    /** Whether it still repeats the other, which is solved. */
    boolean isSolvedWith(long duplicateId, long ticketId) {
        return sql.number(
                        "select count(*) as value from ticket_link l join ticket t on t.id = l.to_id where l.from_id = ? and"
                                + " l.to_id = ? and l.kind = 'DUPLICATE_OF' and t.status in ('RESOLVED', 'CLOSED')",
                        duplicateId,
                        ticketId)
                > 0;
    }

    /** The words that their customers hear; none when an administrator has removed them. */
    Optional<Long> words() {
        return sql.first(
                "select id from canned_response where shortcut = 'duplicate-solved' and team_id is null and person_id is"
                        + " null",
                row -> row.number("id"));
    }
}
