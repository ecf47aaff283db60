package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.pilet.catalog.Categories;
import org.pilet.catalog.CategoryView;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;
import org.pilet.tickets.TicketView;

/** What may be chosen for a ticket's properties. Read once a request, kept by no view. */
@Named
@RequestScoped
public class TicketChoices {

    @EJB
    private Queues queues;

    @EJB
    private Categories categories;

    @Inject
    private TicketPage page;

    private List<QueueView> activeQueues;
    private List<CategoryView> activeCategories;
    private List<QueueView.Worker> workers;

    public List<QueueView> getQueues() {
        if (activeQueues == null) {
            activeQueues = queues.active();
        }
        return activeQueues;
    }

    public List<CategoryView> getCategories() {
        if (activeCategories == null) {
            activeCategories = categories.active();
        }
        return activeCategories;
    }

    /** Who may be responsible: those who may own it, and whoever is, even if they may not any more. */
    public List<QueueView.Worker> getResponsible() {
        TicketView ticket = page.getTicket();
        boolean known = ticket.responsibleId() == null
                || getWorkers().stream().anyMatch(each -> each.personId() == ticket.responsibleId());
        return known
                ? getWorkers()
                : Stream.concat(
                                Stream.of(new QueueView.Worker(ticket.responsibleId(), ticket.responsibleName())),
                                getWorkers().stream())
                        .toList();
    }

    /** Who may own this ticket. */
    public List<QueueView.Worker> getWorkers() {
        if (workers == null) {
            workers = queues.workers(page.getTicket().queueId());
        }
        return workers;
    }
}
