package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.automation.MacroView;
import org.pilet.automation.Macros;
import org.pilet.catalog.Categories;
import org.pilet.catalog.CategoryView;
import org.pilet.conversation.CannedResponseView;
import org.pilet.conversation.CannedResponses;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.Status;
import org.pilet.web.common.Viewer;

/** What may be chosen for many tickets at once. Read once a request, kept by no view. */
@Named
@RequestScoped
public class BulkChoices {

    @EJB
    private Categories categories;

    @EJB
    private CannedResponses responses;

    @EJB
    private Queues queues;

    @EJB
    private Macros macros;

    @Inject
    private Viewer viewer;

    private List<QueueView.Worker> colleagues;
    private List<MacroView> macrosForMany;
    private List<CategoryView> active;
    private List<CannedResponseView> usable;

    public List<CategoryView> getCategories() {
        if (active == null) {
            active = categories.active();
        }
        return active;
    }

    /** Whom tickets may be given to, but for the reader. */
    public List<QueueView.Worker> getColleagues() {
        if (colleagues == null) {
            colleagues = queues.colleagues().stream()
                    .filter(each -> !Long.valueOf(each.personId()).equals(viewer.getPersonId()))
                    .toList();
        }
        return colleagues;
    }

    public List<CannedResponseView> getResponses() {
        if (usable == null) {
            usable = responses.catalogue();
        }
        return usable;
    }

    public List<MacroView> getMacros() {
        if (macrosForMany == null) {
            macrosForMany = macros.forMany();
        }
        return macrosForMany;
    }

    /** What an answer may leave a ticket as when nobody gives a reason for it. */
    public List<Status> getStatusesAfter() {
        return List.of(Status.ANSWERED, Status.RESOLVED);
    }
}
