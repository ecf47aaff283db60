package org.pilet.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.pilet.platform.Sql;

/** Writes what no door creates yet: organisations, teams, categories and queues are set up by administrators. */
@Dependent
class CastStore {

    private static final long LOCK = 0x70696c6574L;

    @Inject
    private Sql sql;

    /** Holds up other nodes that start at the same time until the transaction ends. */
    void lock() {
        sql.list("select pg_advisory_xact_lock(?)", row -> true, LOCK);
    }

    boolean isThere(String team) {
        return sql.number("select count(*) as value from team where name = ?", team) > 0;
    }

    long addOrganisation(String name, String domain) {
        long id = next("organisation_seq");
        sql.update("insert into organisation (id, name) values (?, ?)", id, name);
        sql.update("insert into organisation_domain (domain, organisation_id) values (?, ?)", domain, id);
        return id;
    }

    long addTeam(String name, long leadId) {
        long id = next("team_seq");
        sql.update("insert into team (id, name, lead_id) values (?, ?, ?)", id, name, leadId);
        return id;
    }

    void addMember(long teamId, long personId) {
        sql.update("insert into team_member (team_id, person_id) values (?, ?)", teamId, personId);
    }

    long addCategory(Long parentId, String name, int position) {
        long id = next("category_seq");
        sql.update(
                "insert into category (id, parent_id, name, position) values (?, ?, ?, ?)",
                id,
                parentId,
                name,
                position);
        return id;
    }

    long addQueue(Cast.Queue queue, long teamId, long categoryId) {
        long id = next("queue_seq");
        sql.update(
                "insert into queue (id, name, address, team_id, default_category_id, signature) values (?, ?, ?, ?, ?, ?)",
                id,
                queue.name(),
                queue.address(),
                teamId,
                categoryId,
                queue.signature());
        return id;
    }

    void grant(long teamId, long queueId, String permission) {
        sql.update(
                "insert into queue_grant (team_id, queue_id, permission) values (?, ?, ?)",
                teamId,
                queueId,
                permission);
    }

    /** The nightly report by mail, in all formats. */
    void subscribe(long personId, Instant now) {
        sql.update(
                "insert into report_subscription (person_id, formats, since) values (?, 'csv,pdf,xlsx', ?)",
                personId,
                now);
    }

    /** The last number of a block that is ours alone: others draw blocks of fifty from the same sequence. */
    private long next(String sequence) {
        return sql.number("select nextval(?::regclass) as value", sequence);
    }
}
