package org.pilet.web.common;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pilet.conversation.DraftView;
import org.pilet.conversation.Drafts;

/** What a plain form had in it when it was left, for the script that puts it back. */
@Named
@RequestScoped
public class Unsent {

    @EJB
    private Drafts drafts;

    @Inject
    private Viewer viewer;

    private final Map<String, Optional<DraftView>> read = new HashMap<>();

    /** The fields as JSON, or null when there are none. */
    public String json(String place) {
        return of(place)
                .filter(draft -> !draft.fields().isEmpty())
                .map(draft -> {
                    JsonObjectBuilder json = Json.createObjectBuilder();
                    draft.fields().forEach(json::add);
                    return json.build().toString();
                })
                .orElse(null);
    }

    public long revision(String place) {
        return of(place).map(DraftView::revision).orElse(0L);
    }

    /** Which open page has saved it; null when none has. */
    public String writer(String place) {
        return of(place).map(DraftView::writer).orElse(null);
    }

    /** In milliseconds; 0 when nothing was left. */
    public long savedAt(String place) {
        return of(place)
                .filter(draft -> !draft.isEmpty())
                .map(draft -> draft.savedAt().toEpochMilli())
                .orElse(0L);
    }

    /** Whether the form is shown for the first time; after a refused attempt it holds what was attempted. */
    public boolean isFresh() {
        return !FacesContext.getCurrentInstance().isPostback();
    }

    private Optional<DraftView> of(String place) {
        return viewer.isSignedIn() ? read.computeIfAbsent(place, drafts::mine) : Optional.empty();
    }
}
