package org.pilet.automation.actions;

import java.time.Duration;
import java.util.Set;
import org.pilet.automation.terms.Facts;
import org.pilet.tickets.Status;
import org.pilet.tickets.TicketChange;

/** What actions have done about one ticket: really, or in imagination only. Texts may hold placeholders. */
public interface Work {

    /** As things stand, with what has been done so far. */
    Facts facts();

    void change(TicketChange change);

    /** An internal note. */
    void note(String text);

    /**
     * An answer to the customer.
     *
     * @param after the status it brings; null leaves the status
     */
    void reply(String text, Status after, String reason);

    /** The same with a canned response, in the customer's language. */
    void replyWith(long responseId, Status after, String reason);

    /** A mail to people of the house; subject and text each null for words of the house in the reader's language. */
    void tell(Audience audience, Set<Long> ids, String subject, String text);

    /** Another ticket, linked to this one as its part; when there is none yet, the one that all that follows is about. */
    void open(TicketOrder order);

    void add(TaskOrder order);

    /** All tasks of a kept checklist. */
    void addChecklist(long checklistId);

    /** Calls out to a webhook. */
    void call(long webhookId, String note);

    /** Looks for an owner by skills, working hours and load. */
    void route(Set<Long> skillIds, int level);

    /** Everything after this is done so much later; with {@code ifStill} only when the conditions then hold again. */
    void waitFor(Duration time, boolean ifStill);

    /** No further rule of the group is asked about this event. */
    void stop();
}
