package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.InvalidInput;
import org.pilet.teamwork.WatcherView;
import org.pilet.teamwork.Watchers;
import org.pilet.tickets.TicketChange;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.Tickets;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Viewer;

/**
 * Who follows the ticket and takes part. The page asks for this once it stands, as for {@link TasksPanel} and {@link
 * TimesPanel}, so that the ticket itself is there at once.
 */
@Named
@RequestScoped
public class TeamPanel {

    @EJB
    private Watchers watchers;

    @EJB
    private People people;

    @EJB
    private Tickets tickets;

    @EJB
    private TicketFinder finder;

    @Inject
    private TicketPage page;

    @Inject
    private Viewer viewer;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    private List<WatcherView> watching;
    private Map<Long, String> participants;

    private Long watcherId;
    private String participant;

    /** Nothing is read while the page itself is drawn. */
    public boolean isShown() {
        return FacesContext.getCurrentInstance().isPostback();
    }

    private long ticketId() {
        return page.getTicket().id();
    }

    public List<WatcherView> getWatching() {
        if (watching == null) {
            watching = watchers.of(ticketId());
        }
        return watching;
    }

    public boolean isMeWatching() {
        return getWatching().stream().anyMatch(each -> each.personId() == viewer.getPersonId());
    }

    public void watch() {
        watchers.watch(ticketId());
        watching = null;
    }

    public void unwatch() {
        watchers.unwatch(ticketId());
        watching = null;
    }

    public void addWatcher() {
        if (watcherId != null) {
            long ticket = ticketId();
            long person = watcherId;
            watchers.add(ticket, person);
            watching = null;
            undos.offer(
                    texts.get("undo.watcherAdded"), doors -> doors.watchers().remove(ticket, person));
        }
        watcherId = null;
    }

    public void removeWatcher(long personId) {
        long ticket = ticketId();
        watchers.remove(ticket, personId);
        watching = null;
        undos.offer(texts.get("undo.watcherRemoved"), doors -> doors.watchers().add(ticket, personId));
    }

    /** Others on the customer's side, by id. */
    public Map<Long, String> getParticipants() {
        if (participants == null) {
            participants = people.names(finder.scope(ticketId()).participantIds());
        }
        return participants;
    }

    /** By their address. */
    public void addParticipant() {
        if (participant == null || participant.isBlank()) {
            throw new InvalidInput("email", "required");
        }
        PersonView person = people.byAddress(participant)
                .orElseThrow(() -> new InvalidInput("email", "unknown", participant.strip()));
        long ticket = ticketId();
        long personId = person.id();
        int version = tickets.change(ticket, null, List.of(new TicketChange.AddParticipant(personId)), null)
                .version();
        participant = null;
        participants = null;
        undos.offer(
                texts.of("undo.participantAdded", person.name()),
                doors -> doors.takeBack(ticket, version, new TicketChange.RemoveParticipant(personId)));
    }

    public void removeParticipant(long personId) {
        long ticket = ticketId();
        String name = getParticipants().getOrDefault(personId, "");
        int version = tickets.change(ticket, null, List.of(new TicketChange.RemoveParticipant(personId)), null)
                .version();
        participants = null;
        undos.offer(
                texts.of("undo.participantRemoved", name),
                doors -> doors.takeBack(ticket, version, new TicketChange.AddParticipant(personId)));
    }

    public Long getWatcherId() {
        return watcherId;
    }

    public void setWatcherId(Long watcherId) {
        this.watcherId = watcherId;
    }

    public String getParticipant() {
        return participant;
    }

    public void setParticipant(String participant) {
        this.participant = participant;
    }
}
