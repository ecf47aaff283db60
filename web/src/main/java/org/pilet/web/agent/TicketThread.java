package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.HeldReplies;
import org.pilet.conversation.HeldReplyView;
import org.pilet.conversation.MessageView;
import org.pilet.tickets.TicketEventView;
import org.pilet.tickets.TicketFinder;

/**
 * Words and events in the order in which they happened. Read anew for each drawing, so that no open tab keeps them, and not
 * before it: Faces walks through the page also while a gesture is still to come, and what that one says would be missing.
 */
@Named
@RequestScoped
public class TicketThread {

    /** Those that a message tells itself, having looked, and the clocks' ordinary ticking: shown on request only. */
    private static final Set<String> QUIET = Set.of(
            "MESSAGE_RECEIVED",
            "REPLY_SENT",
            "NOTE_ADDED",
            "VIEWED",
            "LOCKED",
            "UNLOCKED",
            "SLA_STARTED",
            "SLA_PAUSED",
            "SLA_RESUMED",
            "SLA_MET",
            "SLA_RETARGETED",
            "SLA_REOPENED",
            "SLA_VOIDED");

    @EJB
    private Conversations conversations;

    @EJB
    private TicketFinder finder;

    @EJB
    private HeldReplies replies;

    @Inject
    private TicketPage page;

    private List<Entry> entries;
    private List<HeldReplyView> held;

    /** A message or an event; the other is null. */
    public record Entry(Instant at, MessageView message, TicketEventView event) {}

    /** Answers that wait to go out, next first. */
    public List<HeldReplyView> getHeld() {
        if (!isDrawing()) {
            return List.of();
        }
        if (held == null) {
            held = page.getTicket().mayWork() ? replies.on(page.getTicket().id()) : List.of();
        }
        return held;
    }

    public List<Entry> getEntries() {
        if (!isDrawing()) {
            return List.of();
        }
        if (entries == null) {
            entries = read(page.getTicket().id());
        }
        return entries;
    }

    private static boolean isDrawing() {
        return FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    }

    private List<Entry> read(long ticketId) {
        List<Entry> all = new ArrayList<>();
        finder.history(ticketId).stream()
                .filter(event -> page.isEveryEvent() || !QUIET.contains(event.kind()))
                .forEach(event -> all.add(new Entry(event.at(), null, event)));
        conversations.of(ticketId).forEach(message -> all.add(new Entry(message.at(), message, null)));
        all.sort(Comparator.comparing(Entry::at)); // stable: of one transaction, the event stands before the words
        return all;
    }
}
