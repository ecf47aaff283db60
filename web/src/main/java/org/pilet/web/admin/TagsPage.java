package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.tickets.TagUse;
import org.pilet.tickets.Tags;
import org.pilet.tickets.TagsReplaced;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** All tags with their use; renaming and merging them follows into every ticket. */
@Named
@ViewScoped
public class TagsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Tags tags;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private List<TagUse> all;
    private Long last;
    private String from;
    private String to;

    public List<TagUse> getAll() {
        if (all == null) {
            all = tags.all();
        }
        return all;
    }

    public void rename() {
        TagsReplaced done = tags.rename(from, to);
        last = done.id();
        toasts.sayWithUndo(texts.of("tags.renamed", done.tickets()), "undoTag");
        forget();
    }

    public void remove() {
        TagsReplaced done = tags.remove(from);
        last = done.id();
        toasts.sayWithUndo(texts.of("tags.removed", done.tickets()), "undoTag");
        forget();
    }

    /** Takes the last gesture back. */
    public void undo() {
        if (last != null) {
            tags.undo(last);
            last = null;
            toasts.say(texts.get("ticket.undone"));
        }
        forget();
    }

    private void forget() {
        all = null;
        from = null;
        to = null;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }
}
