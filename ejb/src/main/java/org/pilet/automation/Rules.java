package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Outbox;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.tickets.TicketFinder;

/** The rules by which the house works by itself. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Rules {

    private static final int STRIDE = 10;
    private static final int LONGEST_NAME = 120;

    @EJB
    private Access access;

    @Inject
    private RuleStore store;

    @Inject
    private RuleReader reader;

    @Inject
    private Catalogue catalogue;

    @Inject
    private VocabularyStore vocabulary;

    @Inject
    private RuleBooks books;

    @EJB
    private TicketFinder tickets;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** All groups in their order. */
    public List<RuleGroupView> groups() {
        return store.groups();
    }

    /** All rules in the order in which they work. */
    public List<RuleView> all() {
        return store.rules();
    }

    /** Refused with {@link NotFound}. */
    public RuleView view(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("rule", id));
    }

    /** What rules can be made of. */
    public RuleCatalogue catalogue() {
        return new RuleCatalogue(
                Arrays.stream(TriggerKind.values())
                        .map(kind -> new RuleCatalogue.CatalogueEntry(kind.name(), kind.parameters()))
                        .toList(),
                catalogue.conditions().values().stream()
                        .map(kind -> new RuleCatalogue.CatalogueEntry(kind.name(), kind.parameters()))
                        .toList(),
                catalogue.actions().values().stream()
                        .map(kind -> new RuleCatalogue.CatalogueEntry(kind.name(), kind.parameters()))
                        .toList());
    }

    /** The records that a parameter of this type may name: names by id. */
    public Map<String, String> names(Parameter.Type type) {
        return vocabulary.names(type);
    }

    /**
     * Adds or replaces a rule, which is in force from then on. Refused with {@link InvalidInput} that names the place in
     * the rule, {@link NotFound} when group or rule is unknown, {@link RuleChangedMeanwhile}.
     */
    public RuleView save(RuleDraft draft) {
        RuleDraft rule = checked(draft);
        TriggerKind trigger = reader.trigger(RuleJson.part(RuleJson.object(rule.definition()), "trigger"), vocabulary);
        Long me = access.me().personId();
        Instant now = clock.now();
        if (rule.id() == null) {
            int position = rule.position() == null ? store.lastPosition(rule.groupId()) + STRIDE : rule.position();
            return view(store.add(rule, position, trigger, now, me));
        }
        RuleView before = view(rule.id());
        boolean restarts = !before.active() && rule.active() || !sameTrigger(before, rule);
        int position = rule.position() == null ? before.position() : rule.position();
        if (!store.replace(rule, position, trigger, restarts ? now : before.activeSince(), now, me)) {
            throw new RuleChangedMeanwhile(before.name());
        }
        return view(rule.id());
    }

    /** Says whether the rule could be saved, and changes nothing. Refused as {@link #save}. */
    public void check(RuleDraft draft) {
        checked(draft);
    }

    /** Switches a rule on or off. */
    public RuleView activate(long id, boolean active) {
        RuleView rule = view(id);
        return save(new RuleDraft(
                id,
                rule.version(),
                rule.groupId(),
                rule.position(),
                rule.name(),
                active,
                rule.queueIds(),
                rule.definition()));
    }

    /** Moves a rule within its group: by one place up (-1) or down (1). */
    public void shift(long id, int by) {
        RuleView moved = view(id);
        List<Long> order = new java.util.ArrayList<>(store.rules().stream()
                .filter(rule -> rule.groupId() == moved.groupId())
                .map(RuleView::id)
                .toList());
        int from = order.indexOf(id);
        int to = Math.max(0, Math.min(order.size() - 1, from + by));
        order.add(to, order.remove(from));
        for (int at = 0; at < order.size(); at++) {
            store.place(order.get(at), (at + 1) * STRIDE);
        }
    }

    /**
     * Another system calls: asks the rule about the ticket, in a moment. Refused with {@link NotFound} unless the rule is
     * in force and waits for a call, and as the ticket itself is when the caller may not work it.
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public void hook(long id, long ticketId, String payload) {
        boolean waits = books.current().of(TriggerKind.HOOK).stream().anyMatch(rule -> rule.id() == id);
        if (!waits) {
            throw new NotFound("rule", id);
        }
        access.require(Permission.WORK, tickets.scope(ticketId));
        String key = "hook:" + UUID.randomUUID();
        Happening happening = Happening.forRule(Happening.Kind.HOOK, clock.now(), id, payload);
        outbox.put(EventOrders.KIND, key, new RuleEvent(key, ticketId, happening, List.of()).json(), null);
    }

    /** Its log stays. Refused with {@link NotFound}. */
    public void remove(long id) {
        if (store.remove(id) == 0) {
            throw new NotFound("rule", id);
        }
    }

    /** Refused with {@link InvalidInput} without a name, or with one that is taken. */
    public RuleGroupView save(RuleGroupDraft group) {
        String name = named(group.name());
        if (group.mode() == null) {
            throw new InvalidInput("mode", "required");
        }
        if (store.groupNameTaken(name, group.id() == null ? 0 : group.id())) {
            throw new InvalidInput("name", "taken", name);
        }
        if (group.id() != null) {
            group(group.id());
        }
        return group(store.save(new RuleGroupDraft(group.id(), name, group.position(), group.mode(), group.active())));
    }

    /** Refused with {@link InvalidInput} while it has rules, {@link NotFound}. */
    public void removeGroup(long id) {
        RuleGroupView group = group(id);
        if (store.rules().stream().anyMatch(rule -> rule.groupId() == id)) {
            throw new InvalidInput("group", "notEmpty", group.name());
        }
        store.removeGroup(id);
    }

    private RuleGroupView group(long id) {
        return store.groups().stream()
                .filter(group -> group.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("group", id));
    }

    private RuleDraft checked(RuleDraft draft) {
        group(draft.groupId());
        String name = named(draft.name());
        for (long queueId : draft.queueIds()) {
            if (!vocabulary.known(Parameter.Type.QUEUE, queueId)) {
                throw new InvalidInput("queueIds", "unknown", queueId);
            }
        }
        RuleDraft rule = new RuleDraft(
                draft.id(),
                draft.version(),
                draft.groupId(),
                draft.position(),
                name,
                draft.active(),
                draft.queueIds(),
                draft.definition());
        RuleBinding.rule(written(rule), reader, vocabulary);
        return rule;
    }

    private static RuleView written(RuleDraft rule) {
        return new RuleView(
                rule.id() == null ? 0 : rule.id(),
                rule.groupId(),
                0,
                rule.name(),
                rule.active(),
                null,
                rule.queueIds(),
                rule.definition(),
                0,
                null);
    }

    private static boolean sameTrigger(RuleView before, RuleDraft rule) {
        return RuleJson.part(RuleJson.object(before.definition()), "trigger")
                .equals(RuleJson.part(RuleJson.object(rule.definition()), "trigger"));
    }

    private static String named(String typed) {
        String name = typed == null ? "" : typed.strip();
        if (name.isEmpty()) {
            throw new InvalidInput("name", "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "tooLong", LONGEST_NAME);
        }
        return name;
    }
}
