package org.pilet.automation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pilet.automation.terms.Facts;
import org.pilet.automation.terms.Happening;
import org.pilet.automation.terms.Remembered;
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
     * Carries the rule out in the caller's transaction, once for the event however often it is told, if it still applies to
     * the ticket, whose row is held from then on.
     *
     * @param seen the facts to go by; null: as they are now
     * @param settled fields that rules before have settled, added to; null when every rule may set every field
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Outcome join(Rule rule, RuleEvent event, Facts seen, Set<Field> settled) {
        if (event.chain().size() >= CauseChain.DEEPEST) {
            store.guarded(rule, event, clock.now());
            return Outcome.NOTHING;
        }
        if (factStore.lock(event.ticketId(), rule.id(), event.key()).orElse(true)) {
            return Outcome.NOTHING;
        }
        Facts now = seen == null ? facts.read(event.ticketId(), event.happening()) : seen;
        if (!rule.appliesTo(now)) {
            return Outcome.NOTHING;
        }
        String why = rule.conditions().explain(now).toString();
        chain.set(event.chainWith(rule.id()));
        LiveWork work = new LiveWork(doors, event.key(), rule.cause(), now, settled, untouchable(event));
        int next = work(rule, work, 0);
        long id = store.ran(rule, event, clock.now(), why, work.did(), next);
        if (next > 0) {
            later(rule, id, next, work);
        }
        return work.stopped() ? Outcome.STOPPED : Outcome.ACTED;
    }

    /** As {@link #join}, in a transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Outcome run(Rule rule, RuleEvent event, Facts seen, Set<Field> settled) {
        return join(rule, event, seen, settled);
    }

    /**
     * Carries a rule out that is about no ticket yet: its first action opens the one that the others are about. Once for the
     * event however often it is told: the run and the ticket are written together, and no second run can be.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void open(Rule rule, RuleEvent event) {
        if (store.knows(rule.id(), event.key())) {
            return;
        }
        chain.set(event.chainWith(rule.id()));
        LiveWork work = new LiveWork(doors, event.key(), rule.cause(), event.happening());
        int next = work(rule, work, 0);
        RuleEvent about = event.about(work.facts().ticket().id());
        long id = store.ran(rule, about, clock.now(), null, work.did(), next);
        if (next > 0) {
            later(rule, id, next, work);
        }
    }

    /** Goes on, in the caller's transaction, with a run that waits or has failed, from the step where it stopped. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
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
        if (!event.hasTicket()) {
            openAgain(run, rule);
            return;
        }
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
        proceed(run, rule, new LiveWork(doors, event.key(), rule.cause(), now, null, Set::of));
    }

    /** A run that has failed to open its ticket. */
    private void openAgain(RunStore.Stored run, Rule rule) {
        if (rule.trigger() != TriggerKind.TIMETABLE) {
            store.end(run.id(), RunState.EXPIRED, null);
            return;
        }
        RuleEvent event = run.event();
        chain.set(event.chainWith(rule.id()));
        LiveWork work = new LiveWork(doors, event.key(), rule.cause(), event.happening());
        proceed(run, rule, work);
        store.opened(run.id(), event.about(work.facts().ticket().id()));
    }

    private void proceed(RunStore.Stored run, Rule rule, LiveWork work) {
        int next = work(rule, work, run.nextStep());
        if (next > 0) {
            store.waits(run.id(), next, work.did());
            later(rule, run.id(), next, work);
        } else {
            store.end(run.id(), RunState.DONE, work.did());
        }
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(Rule rule, RuleEvent event, String error) {
        store.failed(rule, event, clock.now(), error);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failedAgain(long runId, String error) {
        store.failedAgain(runId, error);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void purge() {
        store.purge(clock.now().minus(RunStore.KEPT));
    }

    /** Performs the steps from this one on; says where to go on after a wait, or 0 when all is done. */
    private static int work(Rule rule, LiveWork work, int from) {
        for (int at = from; at < rule.steps().size(); at++) {
            work.at(at);
            rule.steps().get(at).perform(work);
            if (work.pause().isPresent()) {
                return at + 1;
            }
        }
        return 0;
    }

    private void later(Rule rule, long runId, int next, LiveWork work) {
        outbox.put(
                RunOrders.KIND,
                "wait:" + runId + ":" + next,
                String.valueOf(runId),
                rule.cause(),
                clock.now().plus(work.pause().orElse(Duration.ZERO)));
    }

    private Supplier<Set<Field>> untouchable(RuleEvent event) {
        Happening happened = event.happening();
        return happened.kind() == Happening.Kind.MOMENT
                ? Set::of
                : Remembered.of(() -> factStore.changedByPeople(event.ticketId(), happened.at()));
    }
}
