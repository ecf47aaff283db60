package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.pilet.automation.routing.Absence;
import org.pilet.automation.routing.RoutingSettings;
import org.pilet.security.Access;
import org.pilet.web.common.AbsenceEditor;

/** The agent's own pauses and days out of office. */
@Named
@ViewScoped
public class AwayPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private RoutingSettings settings;

    @EJB
    private Access access;

    @Inject
    private AbsenceEditor absences;

    private String pauseReason;

    public void load() {
        absences.showMine(access.me().personId());
    }

    /** Nothing is given to the agent from now on. */
    public void pause() {
        settings.pause(pauseReason);
        pauseReason = null;
        load();
    }

    public void resume() {
        settings.resume();
        load();
    }

    public boolean isPausing() {
        return absences.getRows().stream().anyMatch(each -> each.kind() == Absence.Kind.PAUSE);
    }

    public AbsenceEditor getAbsences() {
        return absences;
    }

    public String getPauseReason() {
        return pauseReason;
    }

    public void setPauseReason(String pauseReason) {
        this.pauseReason = pauseReason;
    }
}
