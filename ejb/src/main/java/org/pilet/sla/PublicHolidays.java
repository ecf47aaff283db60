package org.pilet.sla;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.CalendarDraft.HolidayOn;

/** The public holidays of the countries that Jollyday knows, to fill a calendar with. */
final class PublicHolidays {

    private static final int LONGEST = 20;

    private PublicHolidays() {}

    /** Country codes with the country's name in that language, in order of the codes. */
    static SortedMap<String, String> countries(Locale language) {
        return HolidayManager.getSupportedCalendarCodes().stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> code.length() == 2)
                .collect(Collectors.toMap(
                        code -> code,
                        code -> new Locale("", code).getDisplayCountry(language),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /**
     * Each year's holidays as dates of their own, since many move; named in that language where its name is known.
     *
     * @param region subdivision as Jollyday abbreviates it, or null for what the whole country keeps
     */
    static List<HolidayOn> of(String country, String region, int firstYear, int lastYear, Locale language) {
        if (country == null || !countries(Locale.ROOT).containsKey(country.toUpperCase(Locale.ROOT))) {
            throw new InvalidInput("country", "unknown", country);
        }
        if (lastYear < firstYear || lastYear - firstYear >= LONGEST) {
            throw new InvalidInput("lastYear", "range", firstYear, firstYear + LONGEST - 1);
        }
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        String[] regions = region == null || region.isBlank() ? new String[0] : new String[] {region};
        SortedMap<LocalDate, String> names = new TreeMap<>();
        for (int year = firstYear; year <= lastYear; year++) {
            manager.getHolidays(Year.of(year), regions).stream()
                    .sorted(Comparator.comparing(holiday -> holiday.getPropertiesKey()))
                    .forEach(holiday -> names.merge(
                            holiday.getDate(), holiday.getDescription(language), (one, other) -> one + ", " + other));
        }
        List<HolidayOn> holidays = new ArrayList<>();
        names.forEach((day, name) -> holidays.add(new HolidayOn(day, false, name)));
        return holidays;
    }
}
