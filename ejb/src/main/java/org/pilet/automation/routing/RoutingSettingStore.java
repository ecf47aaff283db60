package org.pilet.automation.routing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pilet.platform.Sql;

/** How queues give their tickets out, what agents can and how much they are given. */
@Dependent
class RoutingSettingStore {

    @Inject
    private Sql sql;

    List<QueueRouting> queues() {
        return sql.list(
                "select q.id, q.name, coalesce(r.active, false) as active, coalesce(r.strategy, 'LEAST_LOADED') as"
                        + " strategy, coalesce(r.ordering, 'URGENCY') as ordering, coalesce(r.languages, false) as"
                        + " languages, (select string_agg(s.skill_id || ':' || s.level, ',') from routing_queue_skill s"
                        + " where s.queue_id = q.id) as skills from queue q left join routing_queue r on r.queue_id ="
                        + " q.id where q.active order by q.name",
                row -> new QueueRouting(
                        row.number("id"),
                        row.text("name"),
                        row.flag("active"),
                        row.constant("strategy", Strategy.class),
                        row.constant("ordering", Ordering.class),
                        row.flag("languages"),
                        QueueRouting.SkillLevel.all(row.text("skills"))));
    }

    void save(QueueRouting queue) {
        sql.update(
                "insert into routing_queue (queue_id, active, strategy, ordering, languages) values (?, ?, ?, ?, ?) on"
                        + " conflict (queue_id) do update set active = excluded.active, strategy = excluded.strategy,"
                        + " ordering = excluded.ordering, languages = excluded.languages",
                queue.queueId(),
                queue.active(),
                queue.strategy(),
                queue.ordering(),
                queue.languages());
        sql.update("delete from routing_queue_skill where queue_id = ?", queue.queueId());
        for (QueueRouting.SkillLevel each : queue.skills()) {
            sql.update(
                    "insert into routing_queue_skill (queue_id, skill_id, level) values (?, ?, ?)",
                    queue.queueId(),
                    each.skillId(),
                    each.level());
        }
    }

    List<AgentRouting> agents(Instant now) {
        return sql.list(
                "select p.id, p.name, coalesce(a.active, true) as active, a.calendar_id, coalesce(a.weight, 1) as"
                        + " weight, coalesce(a.most_tickets, 15) as most_tickets, coalesce(a.most_chats, 3) as"
                        + " most_chats, coalesce(a.most_calls, 1) as most_calls, (select string_agg(l.language, ',')"
                        + " from person_language l where l.person_id = p.id) as languages, (select"
                        + " string_agg(s.skill_id || ':' || s.level, ',') from person_skill s where s.person_id = p.id)"
                        + " as skills, exists (select 1 from routing_absence b where b.person_id = p.id and b.from_at"
                        + " <= ? and (b.until_at is null or b.until_at > ?)) as away from person p left join"
                        + " routing_agent a on a.person_id = p.id where p.active and p.kind = 'AGENT' and exists"
                        + " (select 1 from team_member m join queue_grant g on g.team_id = m.team_id where m.person_id"
                        + " = p.id and g.permission = 'WORK') order by p.name, p.id",
                row -> new AgentRouting(
                        row.number("id"),
                        row.text("name"),
                        row.flag("active"),
                        row.numberOrNull("calendar_id"),
                        row.integer("weight"),
                        row.integer("most_tickets"),
                        row.integer("most_chats"),
                        row.integer("most_calls"),
                        QueueRouting.SkillLevel.all(row.text("skills")),
                        row.text("languages") == null
                                ? List.of()
                                : List.of(row.text("languages").split(",")),
                        row.flag("away")),
                now,
                now);
    }

    void save(AgentRouting agent) {
        sql.update(
                "insert into routing_agent (person_id, active, calendar_id, weight, most_tickets, most_chats,"
                        + " most_calls) values (?, ?, ?, ?, ?, ?, ?) on conflict (person_id) do update set active ="
                        + " excluded.active, calendar_id = excluded.calendar_id, weight = excluded.weight, most_tickets"
                        + " = excluded.most_tickets, most_chats = excluded.most_chats, most_calls ="
                        + " excluded.most_calls",
                agent.personId(),
                agent.active(),
                agent.calendarId(),
                agent.weight(),
                agent.mostTickets(),
                agent.mostChats(),
                agent.mostCalls());
        sql.update("delete from person_skill where person_id = ?", agent.personId());
        agent.skills()
                .forEach(each -> sql.update(
                        "insert into person_skill (person_id, skill_id, level) values (?, ?, ?)",
                        agent.personId(),
                        each.skillId(),
                        each.level()));
        sql.update("delete from person_language where person_id = ?", agent.personId());
        agent.languages()
                .forEach(language -> sql.update(
                        "insert into person_language (person_id, language) values (?, ?) on conflict do nothing",
                        agent.personId(),
                        language));
    }

    Map<Long, String> skillNames() {
        Map<Long, String> names = new LinkedHashMap<>();
        sql.list("select id, name from skill order by name", row -> names.put(row.number("id"), row.text("name")));
        return names;
    }

    long addSkill(String name) {
        return sql.number("insert into skill (id, name) values (nextval('skill_seq'), ?) returning id as value", name);
    }

    int removeSkill(long id) {
        return sql.update("delete from skill where id = ?", id);
    }
}
