package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.tickets.Impact;
import org.pilet.tickets.Priority;
import org.pilet.tickets.PriorityMatrix;
import org.pilet.tickets.Urgency;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** Which priority comes of which impact and urgency. */
@Named
@ViewScoped
public class PrioritiesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private PriorityMatrix matrix;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private List<PriorityChoice> choices = List.of();

    public void load() {
        choices = matrix.cells().stream().map(PriorityChoice::new).toList();
    }

    public void save() {
        matrix.change(choices.stream().map(PriorityChoice::chosen).toList());
        toasts.say(texts.get("priorities.saved"));
    }

    /** The cells of a row. */
    public List<PriorityChoice> of(Impact impact) {
        return choices.stream().filter(each -> each.getImpact() == impact).toList();
    }

    /** The rows, from the top. */
    public List<Impact> getImpacts() {
        return List.of(Impact.HIGH, Impact.MEDIUM, Impact.LOW);
    }

    /** The columns, in reading order. */
    public List<Urgency> getUrgencies() {
        return List.of(Urgency.HIGH, Urgency.MEDIUM, Urgency.LOW);
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }
}
