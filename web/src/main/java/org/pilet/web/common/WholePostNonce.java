package org.pilet.web.common;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;

/**
 * Lets a form be posted whole, before or without PrimeFaces' script. PrimeFaces wants the page's nonce among the form's
 * values, where only its script puts it, and otherwise refuses to show the page again; here the view vouches for it. That
 * the post is ours is proven by the view state, and by the origin: see {@link SameOriginPosts}.
 */
public class WholePostNonce implements PhaseListener {

    static final String NONCE = "primefaces.nonce";

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        boolean whole = faces.isPostback() && !faces.getPartialViewContext().isAjaxRequest();
        if (whole && faces.getViewRoot() != null) { // an expired view has none
            Map<String, Object> view = faces.getViewRoot().getViewMap(false);
            if (view != null && view.get(NONCE) != null) {
                faces.getExternalContext().getRequestMap().put(NONCE, view.get(NONCE));
            }
        }
    }
}
