package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.pilet.automation.routing.Absence;
import org.pilet.automation.routing.RoutingSettings;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/** Who is away, or will be; for everybody. */
@Named
@ViewScoped
public class AbsencesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private RoutingSettings settings;

    @Inject
    private Clock clock;

    @Inject
    private Viewer viewer;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private List<Absence> rows = List.of();
    private List<SelectItem> people = List.of();
    private Long personId;
    private LocalDateTime from;
    private LocalDateTime until;
    private Long replacementId;
    private String reason;

    public void load() {
        rows = settings.absences();
        people = settings.colleagues().entrySet().stream()
                .map(each -> new SelectItem(each.getKey(), each.getValue()))
                .toList();
    }

    /** Notes that somebody will be out of office. */
    public void add() {
        if (from == null) {
            throw new InvalidInput("from", "required");
        }
        settings.away(personId, instant(from), instant(until), replacementId, reason);
        from = null;
        until = null;
        reason = null;
        toasts.say(texts.get("absences.added"));
        load();
    }

    /** Ends it now, or takes it back when it has not begun. */
    public void end(Absence absence) {
        settings.back(absence.id());
        load();
    }

    /** Whether it is not over. */
    public boolean running(Absence absence) {
        return absence.untilAt() == null || absence.untilAt().isAfter(clock.now());
    }

    public Long getPersonId() {
        return personId;
    }

    public void setPersonId(Long personId) {
        this.personId = personId;
    }

    private Instant instant(LocalDateTime local) {
        return local == null ? null : local.atZone(viewer.getZone()).toInstant();
    }

    public List<Absence> getRows() {
        return rows;
    }

    public List<SelectItem> getPeople() {
        return people;
    }

    public LocalDateTime getFrom() {
        return from;
    }

    public void setFrom(LocalDateTime from) {
        this.from = from;
    }

    public LocalDateTime getUntil() {
        return until;
    }

    public void setUntil(LocalDateTime until) {
        this.until = until;
    }

    public Long getReplacementId() {
        return replacementId;
    }

    public void setReplacementId(Long replacementId) {
        this.replacementId = replacementId;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
