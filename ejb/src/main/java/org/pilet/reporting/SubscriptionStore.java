package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pilet.platform.Sql;

@Dependent
class SubscriptionStore {

    @Inject
    private Sql sql;

    void save(long personId, Collection<String> formats, Instant now) {
        sql.update(
                "insert into report_subscription (person_id, formats, since) values (?, ?, ?) on conflict (person_id) do"
                        + " update set formats = excluded.formats",
                personId,
                String.join(",", new TreeSet<>(formats)),
                now);
    }

    void remove(long personId) {
        sql.update("delete from report_subscription where person_id = ?", personId);
    }

    Set<String> formats(long personId) {
        return sql.first(
                        "select formats from report_subscription where person_id = ?",
                        row -> Set.of(row.text("formats").split(",")),
                        personId)
                .orElse(Set.of());
    }

    /** Those who may still read reports. */
    List<Subscriber> all() {
        return sql.list(
                "select s.person_id, s.formats from report_subscription s join person p on p.id = s.person_id where"
                        + " p.active and p.email is not null and exists (select 1 from account_role r where r.person_id ="
                        + " s.person_id and r.role in ('TEAM_LEAD', 'BATCH_OPERATOR', 'ADMINISTRATOR')) order by"
                        + " s.person_id",
                row -> new Subscriber(
                        row.number("person_id"), Set.of(row.text("formats").split(","))));
    }

    /** True when this mail has already been put into the outbox. */
    boolean mailed(String dedupKey) {
        return sql.first(
                        "select 1 as one from outbox where kind = 'mail.files' and dedup_key = ?",
                        row -> true,
                        dedupKey)
                .isPresent();
    }

    /** Who gets the nightly report, in which formats. */
    record Subscriber(long personId, Set<String> formats) {}
}
