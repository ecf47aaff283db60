package org.pilet.web.common;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;
import org.primefaces.context.PrimeFacesContext;

/**
 * Lets a form be posted, whole or by a script of ours, before or without PrimeFaces' script: the work list has none of it.
 * PrimeFaces wants the page's nonce among the form's values, where only its script puts it, and otherwise fails to show what
 * has been done already; here the view vouches for it. That the post is ours is proven by the view state, and by the
 * origin: see {@link SameOriginPosts}. A nonce that is there and is not the view's is refused as ever.
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
        boolean missing = !faces.getExternalContext().getRequestParameterMap().containsKey(NONCE);
        if (missing && faces.isPostback() && faces.getViewRoot() != null) { // an expired view has none
            Map<String, Object> view = faces.getViewRoot().getViewMap(false);
            if (view != null && view.get(NONCE) != null) {
                faces.getExternalContext().getRequestMap().put(NONCE, view.get(NONCE));
            }
            if (faces.getPartialViewContext().isAjaxRequest()) {
                // or the answer would hand the nonce to the script that is not there, by an eval that the page forbids
                PrimeFacesContext.getCspState(faces).setInitialized(true);
            }
        }
    }
}
