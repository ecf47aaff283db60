package org.pilet.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.people.Teams;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Permission;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;

/**
 * Answers that are shown to a colleague or a team before they go out. All who work the ticket see them, may say something
 * about them, find them good, or take them up: then they are in that person's hands, to be changed and sent, or shown
 * again. One a ticket at a time, since one answer is enough.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class SharedDrafts {

    private static final int LONGEST = 2_000;

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @EJB
    private Tickets tickets;

    @EJB
    private Queues queues;

    @EJB
    private Teams teams;

    @Inject
    private SharedDraftStore store;

    @Inject
    private Clock clock;

    @Inject
    private Event<SharedDraftChanged> changed;

    @Inject
    private Event<DraftReview> reviewed;

    /**
     * Shows it to a colleague, or to a team. Refused with {@link InvalidInput} when it says nothing, when not just one of
     * them is named or the colleague may not work the ticket's queue; with {@link DraftUnderReview}.
     *
     * @param question what the author wants to know, or null
     */
    public SharedDraftView share(Reply reply, Long reviewerId, Long teamId, String question) {
        Caller me = access.require(Permission.WORK, finder.scope(reply.ticketId()));
        if (reply.attachments().isEmpty() && Words.of(null, reply.html()).saysNothing()) {
            throw new InvalidInput("text", "required");
        }
        if ((reviewerId == null) == (teamId == null)) {
            throw new InvalidInput("reviewer", "required");
        }
        String reviewer = reviewerId == null ? teams.view(teamId).name() : worker(reply.ticketId(), reviewerId);
        store.others(reply.ticketId(), me.personId()).ifPresent(author -> {
            throw new DraftUnderReview(author);
        });
        long id = store.show(reply, me.personId(), reviewerId, teamId, clock.now());
        if (question != null && !question.isBlank()) {
            store.comment(id, me.personId(), checked(question), clock.now());
        }
        tickets.recordWork(reply.ticketId(), "DRAFT_SHARED", null, reviewer);
        changed.fire(new SharedDraftChanged(reply.ticketId()));
        reviewed.fire(new DraftReview(reply.ticketId(), reviewerId, teamId, true, me.personId(), clock.now()));
        return on(reply.ticketId()).orElseThrow();
    }

    /** The one that is shown on the ticket. */
    public Optional<SharedDraftView> on(long ticketId) {
        access.require(Permission.WORK, finder.scope(ticketId));
        return store.on(ticketId).stream().findFirst();
    }

    /** What waits to be looked over by the caller or one of their teams, the longest waiting first. */
    public List<SharedDraftView> waitingForMe() {
        Caller me = access.me();
        return store.waitingFor(me.personId(), me.teamIds(), me.allQueues() ? null : me.viewQueueIds());
    }

    /** Says something about it; its author hears of it. Refused when it says nothing. */
    public void comment(long id, String text) {
        SharedDraft draft = lock(id);
        if (text == null || text.isBlank()) {
            throw new InvalidInput("comment", "required");
        }
        store.comment(id, access.me().personId(), checked(text), clock.now());
        tell(draft);
    }

    /** Finds it good; its author hears of it. Refused with {@link InvalidInput} when it is the caller's own. */
    public void approve(long id) {
        SharedDraft draft = lock(id);
        Caller me = access.me();
        if (me.personId() == draft.authorId()) {
            throw new InvalidInput("reviewer", "otherThanAuthor");
        }
        store.approve(id, me.personId());
        tickets.recordWork(draft.ticketId(), "DRAFT_APPROVED", null, null);
        tell(draft);
    }

    /** Takes it into the caller's hands, to be changed and sent, or shown again; nobody else sees it meanwhile. */
    public Reply takeUp(long id) {
        SharedDraft draft = lock(id);
        Caller me = access.me();
        store.take(id, me.personId());
        tickets.recordWork(draft.ticketId(), "DRAFT_TAKEN", null, null);
        tell(draft);
        return draft.reply();
    }

    private void tell(SharedDraft draft) {
        Long me = access.me().personId();
        changed.fire(new SharedDraftChanged(draft.ticketId()));
        if (me != draft.authorId()) {
            reviewed.fire(new DraftReview(draft.ticketId(), draft.authorId(), null, false, me, clock.now()));
        }
    }

    private SharedDraft lock(long id) {
        SharedDraft draft = store.lock(id).orElseThrow(() -> new NotFound("draft", id));
        access.require(Permission.WORK, finder.scope(draft.ticketId()));
        return draft;
    }

    private String worker(long ticketId, long personId) {
        return queues.workers(finder.view(ticketId).queueId()).stream()
                .filter(each -> each.personId() == personId)
                .map(QueueView.Worker::name)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("reviewer", "mayNotSee"));
    }

    private static String checked(String text) {
        if (text.length() > LONGEST) {
            throw new InvalidInput("comment", "tooLong", LONGEST);
        }
        return text.strip();
    }
}
