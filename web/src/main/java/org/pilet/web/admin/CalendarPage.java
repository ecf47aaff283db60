package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.CalendarDay;
import org.pilet.sla.CalendarDraft;
import org.pilet.sla.CalendarDraft.HolidayOn;
import org.pilet.sla.CalendarView;
import org.pilet.sla.HolidaySets;
import org.pilet.sla.SlaImpact;
import org.pilet.sla.SlaImpacts;
import org.pilet.sla.Window;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/** One business calendar: typed, filled from lists of holidays, looked at as a year, and saved. */
@Named
@ViewScoped
public class CalendarPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LARGEST_FILE = 4 * 1024 * 1024;
    private static final String OFFICE_HOURS = "09:00-17:00";

    @EJB
    private BusinessCalendars calendars;

    @EJB
    private HolidaySets sets;

    @EJB
    private SlaImpacts impacts;

    @Inject
    private SlaChange change;

    @Inject
    private Clock clock;

    @Inject
    private Viewer viewer;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private Long id;
    private int version;
    private String name;
    private String zone;
    private Map<DayOfWeek, String> hours = new EnumMap<>(DayOfWeek.class);
    private List<DatedLine> holidays = new ArrayList<>();
    private List<DatedLine> exceptions = new ArrayList<>();
    private String country;
    private String region;
    private int firstYear;
    private int lastYear;
    private String address;
    private transient Part file;
    private int shownYear;
    private CalendarYear year;
    private SlaImpact impact;

    public void load() {
        shownYear = LocalDate.ofInstant(clock.now(), viewer.getZone()).getYear();
        firstYear = shownYear;
        lastYear = shownYear + 2;
        if (id == null) {
            officeHours();
        } else {
            show(calendars.view(id));
        }
        look();
    }

    public void officeHours() {
        fill(OFFICE_HOURS, DayOfWeek.FRIDAY);
    }

    public void roundTheClock() {
        fill(Window.text(List.of(Window.ALL_DAY)), DayOfWeek.SUNDAY);
    }

    private void fill(String all, DayOfWeek until) {
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, day.compareTo(until) <= 0 ? all : "");
        }
        impact = null;
    }

    public void addHoliday() {
        holidays.add(new DatedLine());
    }

    public void removeHoliday(DatedLine line) {
        holidays.remove(line);
    }

    public void addException() {
        exceptions.add(new DatedLine());
    }

    public void removeException(DatedLine line) {
        exceptions.remove(line);
    }

    /** Adds what the country keeps; what is there already stays as it is. */
    public void takeCountry() {
        take(sets.ofCountry(country, region, firstYear, lastYear, viewer.getLocale()));
    }

    /** Adds the whole days of the chosen file. */
    public void takeFile() throws IOException {
        if (file == null || file.getSize() == 0) {
            throw new InvalidInput("file", "required");
        }
        try (InputStream content = file.getInputStream()) {
            take(sets.ofFile(content.readNBytes(LARGEST_FILE), firstYear, lastYear));
        }
    }

    public void takeAddress() {
        take(sets.ofAddress(address, firstYear, lastYear));
    }

    private void take(List<HolidayOn> found) {
        Set<LocalDate> there = holidays.stream()
                .filter(line -> !line.isYearly())
                .map(DatedLine::getDay)
                .collect(Collectors.toSet());
        List<HolidayOn> fresh =
                found.stream().filter(holiday -> !there.contains(holiday.day())).toList();
        fresh.forEach(holiday -> holidays.add(DatedLine.of(holiday)));
        holidays.sort(Comparator.comparing(DatedLine::getDay, Comparator.nullsLast(Comparator.naturalOrder())));
        toasts.say(texts.of("calendar.taken", fresh.size(), found.size()));
        look();
    }

    /** Shows the year as it would be. */
    public void look() {
        year = CalendarYear.of(shownYear, calendars.year(draft(), shownYear), viewer.getLocale());
    }

    public void turn(int years) {
        shownYear += years;
        look();
    }

    /** Saves at once what moves no clock; else says first which it would move. */
    public void save() {
        CalendarDraft draft = draft();
        look();
        if (id == null) {
            show(calendars.add(draft));
            change.nothingToCount();
            return;
        }
        if (impact == null) {
            impact = impacts.ofCalendar(id, draft);
            if (!impact.moved().isEmpty()) {
                return;
            }
        }
        boolean moves = !impact.moved().isEmpty();
        show(calendars.replace(id, version, draft));
        if (moves) {
            change.countAgain();
        } else {
            change.nothingToCount();
        }
    }

    /** Goes on editing without having saved. */
    public void back() {
        impact = null;
    }

    private CalendarDraft draft() {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, typed) -> {
            List<Window> windows = Window.list(name(day), typed);
            if (!windows.isEmpty()) {
                week.put(day, windows);
            }
        });
        return new CalendarDraft(
                name == null ? "" : name.strip(),
                zone == null || zone.isBlank() ? null : zone,
                week,
                holidays.stream()
                        .filter(line -> line.getDay() != null)
                        .map(DatedLine::holiday)
                        .toList(),
                exceptions.stream()
                        .filter(line -> line.getDay() != null)
                        .map(DatedLine::exception)
                        .toList());
    }

    private void show(CalendarView view) {
        id = view.id();
        version = view.version();
        name = view.content().name();
        zone = view.content().zone();
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, Window.text(view.content().week().getOrDefault(day, List.of())));
        }
        holidays = view.content().holidays().stream()
                .sorted(Comparator.comparing(HolidayOn::day))
                .map(DatedLine::of)
                .collect(Collectors.toCollection(ArrayList::new));
        exceptions = view.content().exceptions().stream()
                .sorted(Comparator.comparing(CalendarDraft.ExceptionOn::day))
                .map(DatedLine::of)
                .collect(Collectors.toCollection(ArrayList::new));
        impact = null;
    }

    /** The day of the week in the viewer's language. */
    public String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, viewer.getLocale());
    }

    /** What there is to say of a day in the year, for who points at it and for screen readers. */
    public String about(CalendarDay day) {
        String hoursOfDay = day.hours().isEmpty() ? texts.get("calendar.closed") : Window.text(day.hours());
        return day.name().isEmpty() ? hoursOfDay : day.name() + ", " + hoursOfDay;
    }

    public List<SlaChange.Move> getMoves() {
        return impact == null ? List.of() : change.shown(impact);
    }

    public DayOfWeek[] getDays() {
        return DayOfWeek.values();
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(each -> each.equals("UTC") || each.contains("/") && !each.matches("(Etc|SystemV)/.*"))
                .sorted()
                .toList();
    }

    public Set<Map.Entry<String, String>> getCountries() {
        return sets.countries(viewer.getLocale()).entrySet();
    }

    public SlaImpact getImpact() {
        return impact;
    }

    public CalendarYear getYear() {
        return year;
    }

    public Map<DayOfWeek, String> getHours() {
        return hours;
    }

    public List<DatedLine> getHolidays() {
        return holidays;
    }

    public List<DatedLine> getExceptions() {
        return exceptions;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public int getFirstYear() {
        return firstYear;
    }

    public void setFirstYear(int firstYear) {
        this.firstYear = firstYear;
    }

    public int getLastYear() {
        return lastYear;
    }

    public void setLastYear(int lastYear) {
        this.lastYear = lastYear;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
