package org.pilet.assets;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.tickets.Status;

@Dependent
class AssetStore {

    private static final String SELECT = "select a.*, o.name as organisation_name, p.name as person_name, p.email as"
            + " person_email, (select count(*) from ticket_asset l join ticket t on t.id ="
            + " l.ticket_id where l.asset_id = a.id and t.status <> 'DELETED' and (? or t.queue_id = any(?::bigint[]))) as"
            + " tickets from asset a left"
            + " join organisation o on o.id = a.organisation_id left join person p on p.id = a.person_id where ";

    private static final int WORD = 60;

    @Inject
    private Sql sql;

    /** By name, from after another one on; every word stands in the name, the identifier, or the name of who has it. */
    List<AssetView> page(String text, Boolean retired, Long after, int size, Collection<Long> queueIds) {
        StringBuilder where = new StringBuilder(
                "(?::bigint is null or (lower(a.name), a.id) > (select lower(x.name), x.id from asset x where x.id = ?)) and (?::boolean is null or a.retired = ?)");
        List<Object> parameters = counted(queueIds);
        parameters.add(after);
        parameters.add(after);
        parameters.add(retired);
        parameters.add(retired);
        for (String word : text.isBlank()
                ? new String[0]
                : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            where.append(" and (lower(a.name || ' ' || coalesce(a.identifier, '')) like ? or lower(o.name) like ? or"
                    + " lower(p.name) like ?)");
            String pattern =
                    "%" + word.substring(0, Math.min(word.length(), WORD)).replaceAll("([%_\\\\])", "\\\\$1") + "%";
            parameters.addAll(List.of(pattern, pattern, pattern));
        }
        parameters.add(size);
        return sql.list(
                SELECT + where + " order by lower(a.name), a.id limit ?", AssetStore::view, parameters.toArray());
    }

    Optional<AssetView> find(long id, Collection<Long> queueIds) {
        return sql.first(SELECT + "a.id = ?", AssetStore::view, counting(queueIds, id));
    }

    /** What the number of tickets counts, those of these queues, or of all when null; then the other parameters. */
    private static List<Object> counted(Collection<Long> queueIds) {
        return new ArrayList<>(List.of(queueIds == null, queueIds == null ? List.of() : queueIds));
    }

    private static Object[] counting(Collection<Long> queueIds, Object... others) {
        List<Object> parameters = counted(queueIds);
        parameters.addAll(Arrays.asList(others));
        return parameters.toArray();
    }

    /** What this person has, or their organisation, and is in use. */
    List<AssetView> of(long personId, int most, Collection<Long> queueIds) {
        return sql.list(
                SELECT + "not a.retired and (a.person_id = ? or a.person_id is null and a.organisation_id = (select"
                        + " c.organisation_id from person c where c.id = ?)) order by a.person_id nulls last,"
                        + " lower(a.name), a.id limit ?",
                AssetStore::view,
                counting(queueIds, personId, personId, most));
    }

    boolean isTaken(String identifier, Long butId) {
        return sql.number(
                        "select count(*) as value from asset where lower(identifier) = lower(?) and (?::bigint is null or id"
                                + " <> ?)",
                        identifier,
                        butId,
                        butId)
                > 0;
    }

    boolean exists(String table, long id) {
        return sql.number("select count(*) as value from " + table + " where id = ?", id) > 0;
    }

    long add(AssetDraft asset, Instant now) {
        return sql.first(
                        "insert into asset (id, name, kind, identifier, organisation_id, person_id, note, retired,"
                                + " created_at) values (nextval('asset_seq'), ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        row -> row.number("id"),
                        asset.name(),
                        asset.kind(),
                        asset.identifier(),
                        asset.organisationId(),
                        asset.personId(),
                        asset.note(),
                        asset.retired(),
                        now)
                .orElseThrow();
    }

    /** False when somebody has changed it meanwhile. */
    boolean change(AssetDraft asset) {
        return sql.update(
                        "update asset set name = ?, kind = ?, identifier = ?, organisation_id = ?, person_id = ?, note ="
                                + " ?, retired = ?, version = version + 1 where id = ? and version = ?",
                        asset.name(),
                        asset.kind(),
                        asset.identifier(),
                        asset.organisationId(),
                        asset.personId(),
                        asset.note(),
                        asset.retired(),
                        asset.id(),
                        asset.version())
                == 1;
    }

    List<AssetView> on(long ticketId, Collection<Long> queueIds) {
        return sql.list(
                SELECT + "a.id in (select l.asset_id from ticket_asset l where l.ticket_id = ?) order by lower(a.name),"
                        + " a.id",
                AssetStore::view,
                counting(queueIds, ticketId));
    }

    /** The newest first; of these queues, or all when null. */
    List<AssetTicket> tickets(long assetId, Collection<Long> queueIds, int most) {
        return sql.list(
                "select t.id, t.number, t.subject, t.status, t.created_at, r.name from ticket_asset l join ticket t on"
                        + " t.id = l.ticket_id join person r on r.id = t.requester_id where l.asset_id = ? and t.status"
                        + " <> 'DELETED' and (? or t.queue_id = any(?::bigint[])) order by t.id desc limit ?",
                row -> new AssetTicket(
                        row.number("id"),
                        row.text("number"),
                        row.text("subject"),
                        row.constant("status", Status.class),
                        row.text("name"),
                        row.instant("created_at")),
                assetId,
                queueIds == null,
                queueIds == null ? List.of() : queueIds,
                most);
    }

    boolean link(long ticketId, long assetId, Instant now) {
        return sql.update(
                        "insert into ticket_asset (ticket_id, asset_id, linked_at) values (?, ?, ?) on conflict do"
                                + " nothing",
                        ticketId,
                        assetId,
                        now)
                == 1;
    }

    boolean unlink(long ticketId, long assetId) {
        return sql.update("delete from ticket_asset where ticket_id = ? and asset_id = ?", ticketId, assetId) == 1;
    }

    void takeAlong(long mergeId, long fromId, long toId, Instant now) {
        sql.update(
                "insert into ticket_asset (ticket_id, asset_id, merge_id, linked_at) select ?, asset_id, ?, ? from"
                        + " ticket_asset where ticket_id = ? on conflict do nothing",
                toId,
                mergeId,
                now,
                fromId);
    }

    void bringBack(long mergeId) {
        sql.update("delete from ticket_asset where merge_id = ?", mergeId);
    }

    private static AssetView view(Row row) {
        return new AssetView(
                row.number("id"),
                row.text("name"),
                row.constant("kind", AssetKind.class),
                row.text("identifier"),
                row.numberOrNull("organisation_id"),
                row.text("organisation_name"),
                row.numberOrNull("person_id"),
                row.text("person_name"),
                row.text("person_email"),
                row.text("note"),
                row.flag("retired"),
                row.number("tickets"),
                row.integer("version"));
    }
}
