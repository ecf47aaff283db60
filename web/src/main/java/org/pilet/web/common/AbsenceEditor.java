package org.pilet.web.common;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.pilet.automation.routing.Absence;
import org.pilet.automation.routing.RoutingSettings;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;

/** Days out of office, one's own or everybody's: which there are, and one that is being noted. */
@Dependent
public class AbsenceEditor implements Serializable {

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

    private boolean everybody;
    private List<Absence> rows = List.of();
    private List<SelectItem> people = List.of();
    private Long personId;
    private LocalDateTime from;
    private LocalDateTime until;
    private Long replacementId;
    private String reason;

    /** Those of all who work here. */
    public void showAll() {
        everybody = true;
        load();
    }

    /** Those of one person, who is also the one whose days are noted. */
    public void showMine(long me) {
        personId = me;
        load();
    }

    private void load() {
        rows = everybody ? settings.absences() : settings.mine();
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

    private Instant instant(LocalDateTime local) {
        return local == null ? null : local.atZone(viewer.getZone()).toInstant();
    }

    public List<Absence> getRows() {
        return rows;
    }

    public List<SelectItem> getPeople() {
        return people;
    }

    public Long getPersonId() {
        return personId;
    }

    public void setPersonId(Long personId) {
        this.personId = personId;
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
