package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.Metric;
import org.pilet.sla.PolicyConditions;
import org.pilet.sla.PolicyDraft;
import org.pilet.sla.PolicyView;
import org.pilet.sla.SlaImpact;
import org.pilet.sla.SlaImpacts;
import org.pilet.sla.SlaPolicies;
import org.pilet.web.common.BudgetWords;
import org.pilet.web.common.PageTexts;

/** All policies in the order in which they are tried; the first that fits applies. */
@Named
@ViewScoped
public class PoliciesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private SlaPolicies policies;

    @EJB
    private BusinessCalendars calendars;

    @Inject
    private SlaChange change;

    @Inject
    private PageTexts texts;

    @EJB
    private SlaImpacts impacts;

    private PolicyView asked;
    private int askedBy;
    private SlaImpact impact;
    private List<PolicyView> all = List.of();
    private Map<Long, String> calendarNames = Map.of();

    public void load() {
        all = policies.all();
        calendarNames = calendars.all().stream().collect(Collectors.toMap(view -> view.id(), view -> view.content()
                .name()));
    }

    public void up(PolicyView policy) {
        shift(policy, -1);
    }

    public void down(PolicyView policy) {
        shift(policy, 1);
    }

    /** Moves it at once if that moves no clock; else says first which it would move. */
    private void shift(PolicyView policy, int by) {
        asked = policy;
        askedBy = by;
        impact = impacts.ofShift(policy.id(), by);
        if (impact.moved().isEmpty()) {
            move();
        }
    }

    /** Makes the move that was asked for. */
    public void move() {
        boolean moves = !impact.moved().isEmpty();
        policies.shift(asked.id(), askedBy);
        back();
        load();
        if (moves) {
            change.countAgain();
        } else {
            change.nothingToCount();
        }
    }

    /** Leaves the order as it is. */
    public void back() {
        asked = null;
        impact = null;
    }

    /** Removes one that was never used; for others it is refused. */
    public void remove(PolicyView policy) {
        policies.remove(policy.id());
        back();
        load();
        change.nothingToCount();
    }

    /** What the move that was asked for would do to running clocks; null when none was. */
    public SlaImpact getImpact() {
        return impact;
    }

    public List<SlaChange.Move> getMoves() {
        return impact == null ? List.of() : change.shown(impact);
    }

    public String calendar(PolicyView policy) {
        return calendarNames.get(policy.content().calendarId());
    }

    /** For which tickets it is: the fields that it asks about, or all. */
    public String conditions(PolicyView policy) {
        PolicyConditions conditions = policy.content().conditions();
        Map<String, Integer> asked = new TreeMap<>();
        asked.put("queues", conditions.queues().size());
        asked.put("priorities", conditions.priorities().size());
        asked.put("organisations", conditions.organisations().size());
        asked.put("customers", conditions.customers().size());
        asked.put("services", conditions.services().size());
        asked.put("types", conditions.types().size());
        asked.put("languages", conditions.languages().size());
        asked.put("tags", conditions.tags().size());
        asked.put("channels", conditions.channels().size());
        String words = asked.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> texts.get("policy.if." + each.getKey()))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? texts.get("policy.everyTicket") : words;
    }

    /** What it promises those that have no other target, metric by metric. */
    public List<String> promises(PolicyView policy) {
        List<String> promises = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            policy.content().targets().stream()
                    .filter(target -> target.metric() == metric && !target.reopened())
                    .max((a, b) -> Boolean.compare(a.priority() == null, b.priority() == null))
                    .map(PolicyDraft.Target::budget)
                    .ifPresent(budget -> promises.add(texts.the(metric) + " " + BudgetWords.text(budget)));
        }
        return promises;
    }

    public List<PolicyView> getAll() {
        return all;
    }
}
