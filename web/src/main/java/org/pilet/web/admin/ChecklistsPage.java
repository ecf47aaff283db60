package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.conversation.Drafts;
import org.pilet.teamwork.ChecklistTemplate;
import org.pilet.teamwork.Checklists;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** The templates of checklists, and one of them to be changed. */
@Named
@ViewScoped
public class ChecklistsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Checklists checklists;

    @EJB
    private Drafts drafts;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private List<ChecklistTemplate> all = List.of();
    private ChecklistTemplate chosen;
    private ChecklistTemplate removed;
    private String name;
    private String items;
    private boolean required;

    public void load() {
        all = checklists.all();
    }

    public void choose(ChecklistTemplate template) {
        chosen = template;
        name = template.name();
        items = String.join("\n", template.items());
        required = template.required();
    }

    public void save() {
        List<String> lines = items == null ? List.of() : items.lines().toList();
        checklists.save(new ChecklistTemplate(
                chosen == null ? null : chosen.id(), name, lines, required, 0, chosen == null ? 0 : chosen.version()));
        drafts.discard(getPlace());
        toasts.say(texts.get("news.saved"));
        forget();
    }

    public void remove(ChecklistTemplate template) {
        removed = checklists.remove(template.id());
        toasts.sayWithUndo(texts.get("canned.removed"), "undoChecklist");
        forget();
    }

    /** Brings back what was removed last. */
    public void undo() {
        if (removed != null) {
            checklists.restore(removed);
            removed = null;
            toasts.say(texts.get("ticket.undone"));
        }
        forget();
    }

    /** Leaves what was typed. */
    public void giveUp() {
        drafts.discard(getPlace());
        forget();
    }

    /** Where what is typed is kept until it is saved. */
    public String getPlace() {
        return "form/checklist/" + (chosen == null ? "new" : chosen.id());
    }

    /** An empty form again. */
    private void forget() {
        chosen = null;
        name = null;
        items = null;
        required = false;
        load();
    }

    public List<ChecklistTemplate> getAll() {
        return all;
    }

    public ChecklistTemplate getChosen() {
        return chosen;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getItems() {
        return items;
    }

    public void setItems(String items) {
        this.items = items;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }
}
