package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.Parameter;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;
import org.pilet.tickets.TicketFinder;

/** Actions that an agent has done with one click: the same that rules can do, in the agent's name. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class Macros {

    /** Actions that macros cannot have: what a person cannot wait for. */
    public static final Set<String> RULES_ONLY = Set.of("wait", "stop");

    private static final int LONGEST_NAME = 120;

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @Inject
    private MacroStore store;

    @Inject
    private RuleReader reader;

    @Inject
    private VocabularyStore vocabulary;

    @Inject
    private FactReader facts;

    @Inject
    private LiveDoors doors;

    @Inject
    private Clock clock;

    /** All, in their order. */
    public List<MacroView> all() {
        return store.all();
    }

    /** Those that the caller may run on the ticket, in their order. Refused as the ticket itself is. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public List<MacroView> forTicket(long ticketId) {
        TicketScope scope = finder.scope(ticketId);
        Caller me = access.require(Permission.VIEW, scope);
        return me.mayWork(scope.queueId())
                ? store.all().stream().filter(macro -> offered(macro, scope)).toList()
                : List.of();
    }

    /**
     * Does all that the macro says, or, when any of it is refused, nothing. Refused with {@link NotFound} when the macro is
     * not offered for the ticket, and as each action is; an answer with a place for which the ticket has nothing is refused,
     * as one that an agent writes (features A6.2).
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public void run(long ticketId, long macroId) {
        TicketScope scope = finder.scope(ticketId);
        access.require(Permission.WORK, scope);
        MacroView macro = store.find(macroId)
                .filter(found -> offered(found, scope))
                .orElseThrow(() -> new NotFound("macro", macroId));
        Facts now = facts.read(ticketId, Happening.forRule(Happening.Kind.HOOK, clock.now(), 0, null));
        String cause = "macro:" + macroId + " " + macro.name();
        String key = ticketId + ":" + clock.now();
        LiveWork work = new LiveWork(doors, key, cause, now, null, Set::of);
        work.byHand();
        List<Step> steps = steps(macro.definition());
        for (int at = 0; at < steps.size(); at++) {
            work.at(at);
            steps.get(at).perform(work);
        }
    }

    /** Adds or replaces a macro. Refused with {@link InvalidInput} by the field or the place in the definition. */
    public MacroView save(MacroDraft draft) {
        String name = draft.name() == null ? "" : draft.name().strip();
        if (name.isEmpty()) {
            throw new InvalidInput("name", "required");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "tooLong", LONGEST_NAME);
        }
        if (store.nameTaken(name, draft.id() == null ? 0 : draft.id())) {
            throw new InvalidInput("name", "taken", name);
        }
        if (draft.id() != null && store.find(draft.id()).isEmpty()) {
            throw new NotFound("macro", draft.id());
        }
        if (draft.queueId() != null && !vocabulary.known(Parameter.Type.QUEUE, draft.queueId())) {
            throw new InvalidInput("queueId", "unknown", draft.queueId());
        }
        reader.steps(RuleJson.list(RuleJson.object(draft.definition()), "actions"), vocabulary);
        steps(draft.definition());
        long id = store.save(new MacroDraft(
                draft.id(), name, draft.position(), draft.queueId(), draft.definition(), draft.active()));
        return store.find(id).orElseThrow();
    }

    /** Refused with {@link NotFound}. */
    public void remove(long id) {
        if (store.remove(id) == 0) {
            throw new NotFound("macro", id);
        }
    }

    private List<Step> steps(String definition) {
        List<Step> steps = reader.steps(RuleJson.list(RuleJson.object(definition), "actions"), RuleBinding.TRUSTED);
        for (Step step : steps) {
            if (RULES_ONLY.contains(step.kind().name())) {
                throw new InvalidInput(
                        step.arguments().at("kind"), "unknown", step.kind().name());
            }
        }
        return steps;
    }

    private static boolean offered(MacroView macro, TicketScope scope) {
        return macro.active() && (macro.queueId() == null || macro.queueId() == scope.queueId());
    }
}
