package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.pilet.conversation.Drafts;
import org.pilet.conversation.SharedDraftView;
import org.pilet.conversation.SharedDrafts;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.web.common.Viewer;

/** The answer that a colleague shows on this ticket before it goes out, and what is said about it. */
@Named
@RequestScoped
public class ReviewPanel {

    @EJB
    private SharedDrafts shared;

    @EJB
    private Drafts drafts;

    @EJB
    private Teams teams;

    @Inject
    private TicketPage page;

    @Inject
    private Viewer viewer;

    private Optional<SharedDraftView> draft;
    private String comment;

    /** Null when none is shown. */
    public SharedDraftView getDraft() {
        if (draft == null) {
            draft = page.getTicket().mayWork() ? shared.on(page.getTicket().id()) : Optional.empty();
        }
        return draft.orElse(null);
    }

    public boolean isMine() {
        return getDraft() != null && getDraft().authorId() == viewer.getPersonId();
    }

    /** Where what one types about it is kept. */
    public String getPlace() {
        return "review/" + page.getTicket().id();
    }

    public List<TeamView> getTeams() {
        return teams.all();
    }

    public String say() {
        shared.comment(getDraft().id(), comment);
        drafts.discard(getPlace());
        return again();
    }

    public String approve() {
        shared.approve(getDraft().id());
        if (comment != null && !comment.isBlank()) {
            shared.comment(getDraft().id(), comment);
        }
        drafts.discard(getPlace());
        return again();
    }

    private String again() {
        return "/agent/ticket.xhtml?faces-redirect=true&number="
                + page.getTicket().number();
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }
}
