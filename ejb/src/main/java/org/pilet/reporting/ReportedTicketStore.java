package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Clock;
import org.pilet.platform.Row;
import org.pilet.platform.Sql;
import org.pilet.reporting.ReportedTicket.Deed;
import org.pilet.reporting.ReportedTicket.DeedKind;
import org.pilet.reporting.ReportedTicket.Remark;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.reporting.ReportedTicket.Target;
import org.pilet.reporting.ReportedTicket.Turn;
import org.pilet.reporting.ReportedTicket.TurnKind;
import org.pilet.tickets.Status;

/** Reads tickets with all that happened to them: four queries a page, however many tickets it has. */
@Dependent
class ReportedTicketStore {

    /** Who left the backlog before the period and has not stirred since can add nothing to it. */
    private static final String MATTERS =
            " t.created_at < ? and (t.status in ('NEW', 'OPEN', 'ANSWERED', 'PENDING', 'ON_HOLD', 'POSTPONED') or exists"
                    + " (select 1 from ticket_event e where e.ticket_id = t.id and e.at >= ?)) ";

    @Inject
    private Sql sql;

    @Inject
    private Clock clock;

    /** The next tickets after this id that can matter to the period, by id; none at the end. */
    List<ReportedTicket> after(long ticketId, int limit, Period period) {
        List<Head> heads = sql.list(
                "select t.id, t.channel, t.priority, t.category_id, t.created_by_agent from ticket t where t.id > ? and"
                        + MATTERS
                        + "order by t.id limit ?",
                row -> new Head(
                        row.number("id"),
                        row.text("channel"),
                        row.text("priority"),
                        row.number("category_id"),
                        row.flag("created_by_agent")),
                ticketId,
                period.end(),
                earliest(period),
                limit);
        if (heads.isEmpty()) {
            return List.of();
        }
        List<Long> ids = heads.stream().map(Head::id).toList();
        Map<Long, List<Line>> lines = lines(ids);
        Map<Long, List<Remark>> remarks = remarks(ids);
        Map<Long, List<Clocked>> clocks = clocks(ids);
        return heads.stream()
                .filter(head -> lines.containsKey(head.id()))
                .map(head -> ticket(
                        head,
                        lines.get(head.id()),
                        remarks.getOrDefault(head.id(), List.of()),
                        clocks.getOrDefault(head.id(), List.of())))
                .toList();
    }

    /** How many there are after this id. */
    long count(long ticketId, Period period) {
        return sql.number(
                "select count(*) as value from ticket t where t.id > ? and" + MATTERS,
                ticketId,
                period.end(),
                earliest(period));
    }

    /** How many tickets were in work at that instant, counted by the database alone: the night's cross-check. */
    long backlogAt(Instant at) {
        return sql.number(
                "select count(*) as value from ticket t cross join lateral (select e.status from ticket_event e where"
                        + " e.ticket_id = t.id and e.at < ? order by e.at desc, e.id desc limit 1) last where"
                        + " last.status in ('NEW', 'OPEN', 'ANSWERED', 'PENDING', 'ON_HOLD', 'POSTPONED')",
                at);
    }

    /** When the first ticket was created; null when there is none. */
    Instant firstCreation() {
        return sql.first("select min(created_at) as first from ticket", row -> row.instant("first"))
                .orElse(null);
    }

    private static Instant earliest(Period period) {
        return period.daysBefore(FirstContact.DAYS_TO_COME_BACK).start();
    }

    private ReportedTicket ticket(Head head, List<Line> lines, List<Remark> remarks, List<Clocked> clocks) {
        Long calendar = clocks.isEmpty() ? null : clocks.get(0).calendarId();
        return new ReportedTicket(
                head.id(), head.createdByAgent(), calendar, steps(head, lines), remarks, targets(clocks), deeds(lines));
    }

    private static List<Deed> deeds(List<Line> lines) {
        List<Deed> deeds = new ArrayList<>();
        for (Line line : lines) {
            DeedKind kind =
                    switch (line.kind()) {
                        case "OWNER_CHANGED", "QUEUE_CHANGED" -> DeedKind.ROUTED;
                        case "REPLY_SENT" -> DeedKind.ANSWERED;
                        case "STATUS_CHANGED" -> line.status() == Status.CLOSED ? DeedKind.CLOSED : null;
                        default -> null;
                    };
            if (kind != null) {
                deeds.add(new Deed(line.at(), kind, !line.actorKind().equals("SYSTEM")));
            }
        }
        return deeds;
    }

    /**
     * The event rows say status, queue and owner of their moment. Priority and category are known of today, so they are
     * followed backwards from change to change.
     */
    private static List<Step> steps(Head head, List<Line> lines) {
        String priority = head.priority();
        Long category = head.categoryId();
        List<Step> backwards = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            Place place = new Place(line.queueId(), line.ownerId(), head.channel(), priority, category);
            backwards.add(new Step(line.at(), line.status(), place));
            if (line.kind().equals("PRIORITY_CHANGED") && line.oldValue() != null) {
                priority = line.oldValue();
            } else if (line.kind().equals("CATEGORY_CHANGED") && line.oldValue() != null) {
                category = Long.valueOf(line.oldValue());
            }
        }
        Collections.reverse(backwards);
        List<Step> steps = new ArrayList<>();
        for (Step step : backwards) {
            Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            if (last == null || last.status() != step.status() || !last.place().equals(step.place())) {
                steps.add(step);
            }
        }
        return steps;
    }

    private Map<Long, List<Line>> lines(List<Long> ids) {
        Map<Long, List<Line>> found = new HashMap<>();
        sql.list(
                        "select ticket_id, at, kind, actor_kind, old_value, status, queue_id, owner_id from ticket_event where"
                                + " ticket_id = any(?) order by ticket_id, at, id",
                        row -> new Line(
                                row.number("ticket_id"),
                                row.instant("at"),
                                row.text("kind"),
                                row.text("actor_kind"),
                                row.text("old_value"),
                                row.constant("status", Status.class),
                                row.number("queue_id"),
                                row.numberOrNull("owner_id")),
                        ids)
                .forEach(line -> found.computeIfAbsent(line.ticketId(), id -> new ArrayList<>())
                        .add(line));
        return found;
    }

    /** What waits for its dispatch has not been said yet; what bounced never was. */
    private Map<Long, List<Remark>> remarks(List<Long> ids) {
        Map<Long, List<Remark>> found = new HashMap<>();
        sql.list(
                "select ticket_id, origin, author_id, case when delivery = 'SENT' then coalesce(delivered_at, at) else"
                        + " at end as said_at from message where ticket_id = any(?) and visibility = 'PUBLIC' and not"
                        + " automatic and not thanks and (origin = 'CUSTOMER' or (origin = 'AGENT' and delivery in ('NONE', 'SENT')))"
                        + " order by ticket_id, said_at, id",
                row -> found.computeIfAbsent(row.number("ticket_id"), id -> new ArrayList<>())
                        .add(new Remark(
                                row.instant("said_at"),
                                "AGENT".equals(row.text("origin")),
                                row.numberOrNull("author_id"))),
                ids);
        return found;
    }

    /** A clock past its due time that the sweep has not come to yet (the server was down) is breached all the same. */
    private Map<Long, List<Clocked>> clocks(List<Long> ids) {
        Map<Long, List<Clocked>> found = new HashMap<>();
        Instant now = clock.now();
        sql.list(
                "select c.ticket_id, c.id, c.metric, c.policy_id, c.calendar_id, c.state, c.due_at, e.kind, e.at from sla_clock c"
                        + " left join sla_clock_event e on e.clock_id = c.id and e.kind in ('MET', 'MISSED',"
                        + " 'BREACHED', 'VOIDED', 'RESUMED', 'REOPENED', 'REVOKED', 'OVERRIDDEN') where c.ticket_id = any(?) order by"
                        + " c.ticket_id, c.id, e.ordinal",
                row -> {
                    List<Clocked> own = found.computeIfAbsent(row.number("ticket_id"), id -> new ArrayList<>());
                    if (own.isEmpty() || own.get(own.size() - 1).id() != row.number("id")) {
                        own.add(clocked(row, now));
                    }
                    if (row.text("kind") != null) {
                        own.get(own.size() - 1).turns().add(new Turn(row.instant("at"), turn(row.text("kind"))));
                    }
                    return own;
                },
                ids);
        return found;
    }

    private static Clocked clocked(Row row, Instant now) {
        boolean overrun = "RUNNING".equals(row.text("state"))
                && row.instant("due_at") != null
                && row.instant("due_at").isBefore(now);
        return new Clocked(
                row.number("id"),
                Metric.valueOf("SLA_" + row.text("metric")),
                row.number("policy_id"),
                row.number("calendar_id"),
                overrun ? row.instant("due_at") : null,
                new ArrayList<>());
    }

    private static TurnKind turn(String kind) {
        return switch (kind) {
            case "MET" -> TurnKind.MET;
            case "BREACHED", "MISSED" -> TurnKind.BREACHED;
            case "VOIDED" -> TurnKind.VOIDED;
            case "OVERRIDDEN" -> TurnKind.EXCUSED;
            default -> TurnKind.RESUMED;
        };
    }

    private static List<Target> targets(List<Clocked> clocks) {
        List<Target> targets = new ArrayList<>();
        for (Clocked clock : clocks) {
            List<Turn> turns = new ArrayList<>(clock.turns());
            if (clock.overrunAt() != null) {
                turns.add(new Turn(clock.overrunAt(), TurnKind.BREACHED));
            }
            targets.add(new Target(clock.metric(), clock.policyId(), turns));
        }
        return targets;
    }

    private record Head(long id, String channel, String priority, long categoryId, boolean createdByAgent) {}

    private record Line(
            long ticketId,
            Instant at,
            String kind,
            String actorKind,
            String oldValue,
            Status status,
            long queueId,
            Long ownerId) {}

    private record Clocked(
            long id, Metric metric, long policyId, long calendarId, Instant overrunAt, List<Turn> turns) {}
}
