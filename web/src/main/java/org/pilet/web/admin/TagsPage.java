package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.tickets.TagUse;
import org.pilet.tickets.Tags;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** All tags with their use; renaming and merging them follows into every ticket. */
@Named
@RequestScoped
public class TagsPage {

    @EJB
    private Tags tags;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private List<TagUse> all;
    private String from;
    private String to;

    public List<TagUse> getAll() {
        if (all == null) {
            all = tags.all();
        }
        return all;
    }

    public void rename() {
        toasts.say(texts.of("tags.renamed", tags.rename(from, to)));
        forget();
    }

    public void remove() {
        toasts.say(texts.of("tags.removed", tags.remove(from)));
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
