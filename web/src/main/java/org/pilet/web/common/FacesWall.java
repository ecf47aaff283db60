package org.pilet.web.common;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIViewAction;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.logging.Logger;
import org.pilet.platform.Refusal;

/**
 * What goes wrong while a person works on a page. A gesture that is refused or fails is answered on the page itself, with
 * the form as the person filled it in; only where there is no page to show (the first load, or the rendering fails) the
 * fault goes on to the {@link OuterWall}.
 */
public class FacesWall extends ExceptionHandlerWrapper {

    private static final Logger LOG = Logger.getLogger(FacesWall.class.getName());

    public FacesWall(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        for (Iterator<ExceptionQueuedEvent> events =
                        getUnhandledExceptionQueuedEvents().iterator();
                events.hasNext(); ) {
            Throwable thrown = events.next().getContext().getException();
            events.remove();
            answer(faces, thrown);
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, Throwable thrown) {
        if (find(thrown, ViewExpiredException.class)) {
            reload(faces);
        } else if (!faces.isPostback() || faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE) {
            leave(faces, thrown);
        } else if (!isOfThePageItself(thrown)) {
            say(faces, thrown);
        } else if (faces.getPartialViewContext().isAjaxRequest()) {
            faces.getPartialViewContext()
                    .getRenderIds()
                    .clear(); // what is shown already is better than a page without data
            say(faces, thrown);
        } else {
            leave(faces, thrown);
        }
    }

    /** Whether the page could not even be loaded: nothing else on the stack tells that from a gesture on it. */
    private static boolean isOfThePageItself(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(UIViewAction.class.getName()));
    }

    private static void say(FacesContext faces, Throwable thrown) {
        Optional<Refusal> refusal = Faults.refusal(thrown);
        String text = refusal.map(no -> texts().refusal(no)).orElseGet(() -> fault(faces, thrown));
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
        faces.renderResponse();
    }

    private static String fault(FacesContext faces, Throwable thrown) {
        if (Faults.isForbidden(thrown)) {
            return texts().get("refusal.forbidden");
        }
        if (Faults.isOutage(thrown)) {
            return texts().get("outage.gesture");
        }
        return texts().of("fault.gesture", Faults.log(thrown, where(faces)).id());
    }

    /** The view is gone (a restart, or too long ago): the page is loaded anew and says so. */
    private static void reload(FacesContext faces) {
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        external.getFlash().put("expired", true);
        try {
            external.redirect(request.getContextPath() + Paths.inFront(request));
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static void leave(FacesContext faces, Throwable thrown) {
        ExternalContext external = faces.getExternalContext();
        if (faces.getPartialViewContext().isAjaxRequest() && !external.isResponseCommitted()) {
            toErrorPage(faces, external, thrown);
            return;
        }
        throw new FacesException(thrown);
    }

    /** An error status would leave the script without words, so a page that is being worked on is led to the error page. */
    private static void toErrorPage(FacesContext faces, ExternalContext external, Throwable thrown) {
        String incident =
                Faults.isOutage(thrown) ? "" : Faults.log(thrown, where(faces)).id();
        try {
            external.responseReset();
            PartialRedirect.write(
                    (HttpServletResponse) external.getResponse(),
                    external.getRequestContextPath() + "/error.xhtml?incident=" + incident);
            faces.responseComplete();
        } catch (IOException e) {
            throw new FacesException(e);
        }
    }

    private static boolean find(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String where(FacesContext faces) {
        return faces.getViewRoot() == null ? "?" : faces.getViewRoot().getViewId();
    }

    private static PageTexts texts() {
        return CDI.current().select(PageTexts.class).get(); // Faces makes this handler, so nothing can be injected
    }
}
