package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.search.WorkListRow;
import org.pilet.search.WorkLists;

/** Who asks, and what they asked before (features A2.12). */
@Named
@RequestScoped
public class CustomerPanel {

    private static final int RECENT = 6;
    private static final int SIMILAR = 4;

    @EJB
    private People people;

    @EJB
    private WorkLists lists;

    @Inject
    private TicketPage page;

    private PersonView person;
    private List<WorkListRow> recent;
    private List<WorkListRow> similar = List.of();

    public PersonView getPerson() {
        if (person == null) {
            person = people.view(page.getTicket().requesterId());
        }
        return person;
    }

    /** Their last tickets other than this one. */
    public List<WorkListRow> getRecent() {
        if (recent == null) {
            recent = lists.recentOf(page.getTicket().requesterId(), RECENT + 1).stream()
                    .filter(row -> row.id() != page.getTicket().id())
                    .limit(RECENT)
                    .toList();
        }
        return recent;
    }

    /** The page asks for it when it stands. */
    public void lookForSimilar() {
        similar = lists.similarTo(page.getTicket().id(), SIMILAR);
    }

    /** Tickets with a subject like this one's; none until they were looked for. */
    public List<WorkListRow> getSimilar() {
        return similar;
    }
}
