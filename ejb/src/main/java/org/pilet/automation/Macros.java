package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.pilet.automation.terms.Parameter;
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
    private MacroDeeds deeds;

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
                ? store.all().stream()
                        .filter(macro -> MacroDeeds.offered(macro, scope))
                        .toList()
                : List.of();
    }

    /** Those that can be run on many tickets: on each of the caller's queues that they are offered in. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public List<MacroView> forMany() {
        Caller me = access.me();
        return store.all().stream()
                .filter(macro -> macro.active() && (macro.queueId() == null || me.mayWork(macro.queueId())))
                .toList();
    }

    /**
     * Does all that the macro says, or, when any of it is refused, nothing. Refused with {@link NotFound}, with {@link
     * MacroElsewhere} when the macro is not offered for the ticket, and as each action is; an answer with a place for which
     * the ticket has nothing is refused, as one that an agent writes (features A6.2).
     */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public void run(long ticketId, long macroId) {
        deeds.perform(ticketId, macroId, null);
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
        deeds.steps(draft.definition());
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
}
