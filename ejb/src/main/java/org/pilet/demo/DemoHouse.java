package org.pilet.demo;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.pilet.automation.RuleDraft;
import org.pilet.automation.Rules;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.CalendarDraft;
import org.pilet.sla.HolidaySets;
import org.pilet.sla.LadderAction;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.SlaPolicies;
import org.pilet.sla.Window;
import org.pilet.tickets.Priority;

/** Furnishes the demonstration's desks: intake rules, calendars and service levels. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class DemoHouse {

    /** The shipped group of rules for what has just come in. */
    private static final long INTAKE = 1;

    private static final Set<LadderAction> WARN = Set.of(LadderAction.NOTIFY_OWNER);
    private static final Set<LadderAction> BREACH =
            Set.of(LadderAction.RAISE_PRIORITY, LadderAction.NOTIFY_LEAD, LadderAction.MARK_ESCALATED);

    @EJB
    private Rules rules;

    @EJB
    private BusinessCalendars calendars;

    @EJB
    private HolidaySets holidays;

    @EJB
    private SlaPolicies policies;

    @Inject
    private Clock clock;

    /** What a subject speaks of decides category and, for bills that came to the wrong desk, the queue. */
    public void sort(Map<String, Long> queues, Map<String, Long> categories) {
        int position = 0;
        for (Cast.Rule rule : Cast.RULES) {
            position += 10;
            boolean bill = rule.name().equals("Invoices");
            rules.save(rule(
                    position,
                    rule,
                    bill ? queues.get(Cast.SUPPORT) : null,
                    bill ? queues.get(Cast.BILLING) : null,
                    categories.get(rule.name()),
                    null));
        }
        rules.save(rule(position + 10, Cast.URGENT, null, null, null, Priority.HIGH));
    }

    /** Both organisations are promised the hours of an office that keeps Estonian holidays, one of them shorter targets. */
    public void promise(Map<String, Long> organisations) {
        long office = calendars.add(tallinn()).id();
        policies.add(policy(
                "Northwind, short targets",
                10,
                office,
                organisations.get(Cast.NORTHWIND.name()),
                List.of(
                        target(Metric.FIRST_RESPONSE, Priority.URGENT, 30),
                        target(Metric.FIRST_RESPONSE, Priority.HIGH, 2 * 60),
                        target(Metric.FIRST_RESPONSE, null, 6 * 60),
                        target(Metric.RESOLUTION, Priority.URGENT, 6 * 60),
                        target(Metric.RESOLUTION, Priority.HIGH, 18 * 60),
                        target(Metric.RESOLUTION, null, 50 * 60))));
        policies.add(policy(
                "Läänemere, office hours",
                20,
                office,
                organisations.get(Cast.LAANEMERE.name()),
                List.of(
                        target(Metric.FIRST_RESPONSE, Priority.URGENT, 60),
                        target(Metric.FIRST_RESPONSE, Priority.HIGH, 4 * 60),
                        target(Metric.FIRST_RESPONSE, null, 10 * 60),
                        target(Metric.RESOLUTION, Priority.URGENT, 10 * 60),
                        target(Metric.RESOLUTION, Priority.HIGH, 30 * 60),
                        target(Metric.RESOLUTION, null, 80 * 60))));
    }

    private CalendarDraft tallinn() {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                week.put(day, List.of(new Window(LocalTime.of(8, 0), LocalTime.of(18, 0))));
            }
        }
        int year = Year.from(clock.now().atZone(ZoneOffset.UTC)).getValue();
        return new CalendarDraft(
                "Tallinn office",
                OfficeTime.ZONE.getId(),
                week,
                new ArrayList<>(holidays.ofCountry("ee", null, year - 1, year + 2, Locale.ENGLISH)),
                List.of());
    }

    private static PolicyDraft policy(
            String name, int position, long calendarId, Long organisationId, List<PolicyDraft.Target> targets) {
        List<PolicyDraft.Level> levels = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            levels.add(new PolicyDraft.Level(metric, 75, WARN));
            levels.add(new PolicyDraft.Level(metric, 100, BREACH));
        }
        return new PolicyDraft(
                name,
                position,
                true,
                calendarId,
                null,
                null,
                organisationId,
                targets,
                PolicyDraft.USUAL_PAUSES,
                levels);
    }

    private static PolicyDraft.Target target(Metric metric, Priority priority, int minutes) {
        return new PolicyDraft.Target(metric, priority, Duration.ofMinutes(minutes));
    }

    private static RuleDraft rule(
            int position, Cast.Rule rule, Long cameTo, Long moveTo, Long categoryId, Priority priority) {
        JsonArrayBuilder conditions = Json.createArrayBuilder();
        if (cameTo != null) {
            conditions.add(kind("queue").add("anyOf", Json.createArrayBuilder().add(cameTo)));
        }
        conditions.add(kind("subject").add("phrases", rule.subjectHolds()));
        JsonArrayBuilder actions = Json.createArrayBuilder();
        if (moveTo != null) {
            actions.add(kind("queue").add("to", moveTo));
        }
        if (categoryId != null) {
            actions.add(kind("category").add("to", categoryId));
        }
        if (priority != null) {
            actions.add(kind("priority").add("to", priority.name()));
        }
        if (rule.tag() != null) {
            actions.add(kind("tag").add("tag", rule.tag()));
        }
        String definition = Json.createObjectBuilder()
                .add("trigger", kind("OPENED"))
                .add("conditions", Json.createObjectBuilder().add("all", conditions))
                .add("actions", actions)
                .build()
                .toString();
        return new RuleDraft(null, null, INTAKE, position, rule.name(), true, List.of(), definition);
    }

    private static JsonObjectBuilder kind(String name) {
        return Json.createObjectBuilder().add("kind", name);
    }
}
