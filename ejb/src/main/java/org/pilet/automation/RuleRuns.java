package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.automation.terms.Facts;
import org.pilet.platform.Clock;
import org.pilet.platform.NotFound;
import org.pilet.platform.Outbox;
import org.pilet.platform.Page;
import org.pilet.platform.Roles;
import org.pilet.tickets.Field;

/** What rules have done, and, for the engine, doing it. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class RuleRuns {

    @Inject
    private RunStore store;

    @Inject
    private FactStore factStore;

    @Inject
    private FactReader facts;

    @Inject
    private RuleBooks books;

    @Inject
    private LiveDoors doors;

    @Inject
    private CauseChain chain;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    /** What a run means for the rules after it. */
    public enum Outcome {
        NOTHING,
        ACTED,
        STOPPED;

        boolean stops() {
            return this == STOPPED;
        }
    }

    /** Runs in the order of their newness, of one rule, one ticket, or one state; the cursor is the last id. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public Page<RuleRunView> log(Long ruleId, Long ticketId, RunState state, String cursor, int size) {
        long before = cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        List<RuleRunView> rows = store.list(ruleId, ticketId, state, before, size + 1);
        return rows.size() <= size
                ? new Page<>(rows, null)
                : new Page<>(
                        rows.subList(0, size), String.valueOf(rows.get(size - 1).id()));
    }

    /** Of all rules that have run within the last thirty days. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<RuleStatistics> statistics() {
        return store.statistics(clock.now());
    }

    /** Tries a failed run again, in a moment. Refused with {@link NotFound} when there is no such. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void retry(long runId) {
        RunStore.Stored run = store.lock(runId)
                .filter(each -> each.state() == RunState.FAILED)
                .orElseThrow(() -> new NotFound("run", runId));
        outbox.put(RunOrders.KIND, "retry:" + runId + ":" + run.attempts(), String.valueOf(runId), null);
    }

    /**
     * Carries the rule out, once for the event however often it is told, if it still applies to the ticket, whose row is
     * held meanwhile.
     *
     * @param seen the facts to go by; null: as they are now
     * @param settled fields that rules before have settled, added to; null when every rule may set every field
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome run(Rule rule, RuleEvent event, Facts seen, Set<Field> settled) {
        if (!factStore.lock(event.ticketId()) || store.ran(rule.id(), event.key())) {
            return Outcome.NOTHING;
        }
        Facts now = seen == null ? facts.read(event.ticketId(), event.happening()) : seen;
        if (!rule.appliesTo(now)) {
            return Outcome.NOTHING;
        }
        long id = store.begin(
                rule, event, clock.now(), rule.conditions().explain(now).toString());
        chain.set(event.chainWith(rule.id()));
        LiveWork work = new LiveWork(doors, id, rule.cause(), now, settled, untouchable(event));
        return finish(id, rule, work, 0);
    }

    /** Goes on with a run that waits or has failed, from the step where it stopped. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void goOn(long runId) {
        Optional<RunStore.Stored> found = store.lock(runId);
        if (found.isEmpty() || !found.get().state().mayGoOn()) {
            return;
        }
        RunStore.Stored run = found.get();
        Rule rule = books.current().find(run.ruleId()).orElse(null);
        if (rule == null) {
            store.end(runId, RunState.EXPIRED, null);
            return;
        }
        RuleEvent event = run.event();
        factStore.lock(event.ticketId());
        Facts now = facts.read(event.ticketId(), event.happening());
        boolean onlyIfStill = run.nextStep() > 0
                && run.nextStep() <= rule.steps().size()
                && LiveWork.onlyIfStill(rule.steps().get(run.nextStep() - 1));
        if (onlyIfStill && !rule.appliesTo(now)) {
            store.end(runId, RunState.EXPIRED, null);
            return;
        }
        chain.set(event.chainWith(rule.id()));
        LiveWork work = new LiveWork(doors, runId, rule.cause(), now, null, EnumSet.noneOf(Field.class));
        finish(runId, rule, work, run.nextStep());
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(Rule rule, RuleEvent event, String error) {
        store.failed(rule, event, clock.now(), error);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failedAgain(long runId, String error) {
        store.failedAgain(runId, error);
    }

    /** Writes down that the rule would have applied, had not so many rules stood behind the event. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void guarded(Rule rule, RuleEvent event) {
        store.guarded(rule, event, clock.now());
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void purge() {
        store.purge(clock.now().minus(RunStore.KEPT));
    }

    private Outcome finish(long runId, Rule rule, LiveWork work, int from) {
        for (int at = from; at < rule.steps().size(); at++) {
            work.at(at);
            rule.steps().get(at).perform(work);
            if (work.pause().isPresent()) {
                int next = at + 1;
                outbox.put(
                        RunOrders.KIND,
                        "wait:" + runId + ":" + next,
                        String.valueOf(runId),
                        rule.cause(),
                        clock.now().plus(work.pause().get()));
                store.waits(runId, next, work.did());
                return Outcome.ACTED;
            }
        }
        store.end(runId, RunState.DONE, work.did());
        return work.stopped() ? Outcome.STOPPED : Outcome.ACTED;
    }

    private Set<Field> untouchable(RuleEvent event) {
        return event.happening().kind() == org.pilet.automation.terms.Happening.Kind.MOMENT
                ? EnumSet.noneOf(Field.class)
                : factStore.changedByPeople(event.ticketId(), event.happening().at());
    }
}
