package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.pilet.platform.InvalidInput;
import org.pilet.teamwork.NewTimeEntry;
import org.pilet.teamwork.TimeEntries;
import org.pilet.teamwork.TimeEntryView;
import org.pilet.teamwork.TimeKind;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Viewer;

/** How long the ticket took, beside its thread. */
@Named
@RequestScoped
public class TimesPanel {

    @EJB
    private TimeEntries times;

    @Inject
    private TicketPage page;

    @Inject
    private Viewer viewer;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    private List<TimeEntryView> booked;

    private Integer minutes;
    private String spentOn;
    private TimeKind kind = TimeKind.WORK;
    private boolean billable;
    private String note;

    public List<TimeEntryView> getBooked() {
        if (booked == null) {
            booked = times.of(page.getTicket().id());
        }
        return booked;
    }

    public int getTotal() {
        return getBooked().stream().mapToInt(TimeEntryView::minutes).sum();
    }

    public TimeKind[] getKinds() {
        return TimeKind.values();
    }

    public void book() {
        if (minutes == null) {
            throw new InvalidInput("minutes", "required");
        }
        long id = times.book(page.getTicket().id(), new NewTimeEntry(day(spentOn), minutes, kind, billable, note));
        undos.offer(texts.get("undo.timeBooked"), doors -> doors.times().remove(id));
        minutes = null;
        spentOn = null;
        note = null;
        booked = null;
    }

    public boolean mayRemove(TimeEntryView entry) {
        return entry.personId() == viewer.getPersonId() || viewer.isTeamLead() || viewer.isAdministrator();
    }

    public void removeTime(TimeEntryView entry) {
        times.remove(entry.id());
        booked = null;
        if (entry.personId() == viewer.getPersonId()) { // nobody books in somebody else's name
            undos.offer(texts.get("undo.timeRemoved"), doors -> doors.times()
                    .book(
                            entry.ticketId(),
                            new NewTimeEntry(
                                    entry.spentOn(), entry.minutes(), entry.kind(), entry.billable(), entry.note())));
        }
    }

    private static LocalDate day(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeException malformed) {
            throw new InvalidInput("spentOn", "malformed", typed);
        }
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public String getSpentOn() {
        return spentOn;
    }

    public void setSpentOn(String spentOn) {
        this.spentOn = spentOn;
    }

    public TimeKind getKind() {
        return kind;
    }

    public void setKind(TimeKind kind) {
        this.kind = kind;
    }

    public boolean isBillable() {
        return billable;
    }

    public void setBillable(boolean billable) {
        this.billable = billable;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
