package org.pilet.web.common;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import org.pilet.platform.Readings;

/**
 * Draws a page within one reading transaction. A ticket's page asks twenty doors; each would take a connection, have it
 * checked, find out who is calling and commit on its own, which costs more than the reading.
 */
public class OneReading implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        readings().begin();
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        readings().end();
    }

    private static Readings readings() {
        return CDI.current().select(Readings.class).get(); // Faces makes this listener, nothing can be injected
    }
}
