package org.pilet.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** Who is promised what. A policy that has ever been used is switched off, never deleted: clocks refer to it. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class SlaPolicies {

    private static final int HIGHEST_PERCENT = 1000;

    @Inject
    private PolicyStore store;

    @Inject
    private Rulebooks rulebooks;

    /** All policies in the order in which they are tried. */
    public List<PolicyView> all() {
        return store.all();
    }

    /** Refused with {@link NotFound}. */
    public PolicyView view(long id) {
        return store.all().stream()
                .filter(policy -> policy.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("policy", id));
    }

    /** Refused with {@link InvalidInput}. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public PolicyView add(PolicyDraft draft) {
        requireSound(0, draft);
        return view(store.add(draft));
    }

    /**
     * Replaces what the policy says; tickets follow from their next change on. Refused with {@link InvalidInput} and
     * {@link ChangedMeanwhile}.
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public PolicyView replace(long id, int version, PolicyDraft draft) {
        view(id);
        requireSound(id, draft);
        if (!store.replace(id, version, draft)) {
            throw new ChangedMeanwhile("policy", draft.name());
        }
        return view(id);
    }

    /** Changes places with the one before (by less than nothing) or after it, if there is one. Refused with {@link NotFound}. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void shift(long id, int by) {
        PolicyView moved = view(id);
        neighbour(store.all(), id, by).ifPresent(other -> {
            store.place(id, other.content().position());
            store.place(other.id(), moved.content().position());
        });
    }

    /** The policy with which this one would change places. */
    static Optional<PolicyView> neighbour(List<PolicyView> all, long id, int by) {
        List<Long> ids = all.stream().map(PolicyView::id).toList();
        int at = ids.indexOf(id) + Integer.signum(by);
        return ids.contains(id) && at >= 0 && at < all.size() ? Optional.of(all.get(at)) : Optional.empty();
    }

    /**
     * Removes a policy by which no clock was ever counted, so that none moves. Refused with {@link NotFound}, or
     * {@link PolicyInUse}: that one can be switched off.
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void remove(long id) {
        PolicyView policy = view(id);
        if (!store.remove(id)) {
            throw new PolicyInUse(policy.content().name());
        }
    }

    private void requireSound(long id, PolicyDraft draft) {
        if (draft.name() == null || draft.name().isBlank()) {
            throw new InvalidInput("name", "required");
        }
        for (PolicyView other : store.all()) {
            if (other.id() != id && other.content().name().equals(draft.name())) {
                throw new InvalidInput("name", "taken", draft.name());
            }
            if (other.id() != id && other.content().position() == draft.position()) {
                throw new InvalidInput("position", "taken", draft.position());
            }
        }
        rulebooks.current().calendar(draft.calendarId());
        Set<Object> seen = new HashSet<>();
        for (PolicyDraft.Target target : draft.targets()) {
            if (!target.budget().isSound()) {
                throw new InvalidInput("targets", "positive", target.metric());
            }
            if (!seen.add(target.metric() + "/" + target.priority() + "/" + target.reopened())) {
                throw new InvalidInput("targets", "twice", target.metric());
            }
        }
        draft.levels().forEach(level -> requireSound(level, seen));
    }

    private static void requireSound(PolicyDraft.Level level, Set<Object> seen) {
        if (level.percent() < 1 || level.percent() > HIGHEST_PERCENT) {
            throw new InvalidInput("levels", "range", 1, HIGHEST_PERCENT);
        }
        if (!level.offset().isZero() && level.percent() != EscalationLadder.BREACH) {
            throw new InvalidInput("levels", "range", EscalationLadder.BREACH, EscalationLadder.BREACH);
        }
        if (!seen.add(level.metric() + "@" + level.percent() + level.offset())) {
            throw new InvalidInput("levels", "twice", level.percent());
        }
        for (LadderStep step : level.steps()) {
            boolean needs = step.action().argument() != LadderAction.Argument.NONE;
            if (needs == (step.argument() == null || step.argument().isBlank())) {
                throw new InvalidInput("levels", needs ? "required" : "malformed", step.action());
            }
            if (needs && step.action().argument().isRecord() && !step.argument().matches("\\d{1,18}")) {
                throw new InvalidInput("levels", "malformed", step.argument());
            }
        }
    }
}
