package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.automation.MacroView;
import org.pilet.automation.Macros;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** The macros that can be run on the ticket that the page shows. */
@Named
@RequestScoped
public class TicketMacros {

    @EJB
    private Macros macros;

    @Inject
    private TicketPage page;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private List<MacroView> offered;

    public List<MacroView> getOffered() {
        if (offered == null) {
            offered = macros.forTicket(page.getTicket().id());
        }
        return offered;
    }

    /** All that it does, or, when any of it is refused, nothing. */
    public void run(MacroView macro) {
        macros.run(page.getTicket().id(), macro.id());
        page.refresh();
        toasts.say(texts.of("macro.done", macro.name()));
    }
}
