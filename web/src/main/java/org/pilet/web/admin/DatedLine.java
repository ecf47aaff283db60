package org.pilet.web.admin;

import java.io.Serializable;
import java.time.LocalDate;
import org.pilet.sla.CalendarDraft.ExceptionOn;
import org.pilet.sla.CalendarDraft.HolidayOn;
import org.pilet.sla.Window;

/** A line of a calendar's holidays or exceptions, as it is typed. */
public class DatedLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private LocalDate day;
    private boolean yearly;
    private String name;
    private String hours;

    static DatedLine of(HolidayOn holiday) {
        DatedLine line = new DatedLine();
        line.day = holiday.day();
        line.yearly = holiday.yearly();
        line.name = holiday.name();
        return line;
    }

    static DatedLine of(ExceptionOn exception) {
        DatedLine line = new DatedLine();
        line.day = exception.day();
        line.name = exception.name();
        line.hours = Window.text(exception.windows());
        return line;
    }

    HolidayOn holiday() {
        return new HolidayOn(day, yearly, name == null ? "" : name.strip());
    }

    ExceptionOn exception() {
        return new ExceptionOn(day, name == null ? "" : name.strip(), Window.list("exceptions", hours));
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public boolean isYearly() {
        return yearly;
    }

    public void setYearly(boolean yearly) {
        this.yearly = yearly;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours;
    }
}
