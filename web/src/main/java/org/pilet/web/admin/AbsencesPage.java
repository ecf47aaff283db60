package org.pilet.web.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.pilet.web.common.AbsenceEditor;

/** Who is away, or will be; for everybody. */
@Named
@ViewScoped
public class AbsencesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AbsenceEditor absences;

    public void load() {
        absences.showAll();
    }

    public AbsenceEditor getAbsences() {
        return absences;
    }
}
