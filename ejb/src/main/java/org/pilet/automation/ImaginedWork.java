package org.pilet.automation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.pilet.automation.actions.Audience;
import org.pilet.automation.actions.TaskOrder;
import org.pilet.automation.actions.TicketOrder;
import org.pilet.automation.actions.Work;
import org.pilet.automation.terms.Facts;
import org.pilet.tickets.Field;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;

/** Only imagines what actions ask for: which of them would have made a difference. */
class ImaginedWork implements Work {

    private final Set<Integer> effective = new TreeSet<>();
    private final List<TicketChange> changes = new ArrayList<>();
    private Facts facts;
    private int step;

    ImaginedWork(Facts facts) {
        this.facts = facts;
    }

    static ImaginedWork of(Rule rule, Facts facts) {
        ImaginedWork work = new ImaginedWork(facts);
        for (int at = 0; at < rule.steps().size(); at++) {
            work.step = at;
            rule.steps().get(at).perform(work);
        }
        return work;
    }

    /** Which actions, by their place. */
    List<Integer> effective() {
        return List.copyOf(effective);
    }

    /** Whether the other would set a field to something else. Tags and participants add up. */
    boolean contradicts(ImaginedWork other) {
        return changes.stream()
                .filter(change -> change.field() != Field.TAGS && change.field() != Field.PARTICIPANTS)
                .anyMatch(change -> other.changes.stream()
                        .anyMatch(theirs -> theirs.field() == change.field() && !theirs.equals(change)));
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public void change(TicketChange change) {
        changes.add(change);
        Facts after = facts.after(change);
        if (!after.ticket().equals(facts.ticket())) {
            facts = after;
            happens();
        }
    }

    @Override
    public void note(String text) {
        happens();
    }

    @Override
    public void reply(String text, Status after, String reason) {
        if (after != null) {
            facts = facts.after(new TicketChange.SetStatus(after, reason, null));
        }
        happens();
    }

    @Override
    public void replyWith(long responseId, Status after, String reason) {
        reply(null, after, reason);
    }

    @Override
    public void tell(Audience audience, Set<Long> ids, String subject, String text) {
        happens();
    }

    @Override
    public void open(TicketOrder order) {
        happens();
    }

    @Override
    public void add(TaskOrder order) {
        happens();
    }

    @Override
    public void addChecklist(long checklistId) {
        happens();
    }

    @Override
    public void call(long webhookId, String note) {
        happens();
    }

    @Override
    public void route(Set<Long> skillIds, int level) {
        if (facts.ticket().ownerId() == null) {
            happens();
        }
    }

    @Override
    public void waitFor(Duration time, boolean ifStill) {
        happens();
    }

    @Override
    public void stop() {
        // makes no difference to the ticket
    }

    private void happens() {
        effective.add(step);
    }
}
