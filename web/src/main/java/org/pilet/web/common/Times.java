package org.pilet.web.common;

import com.github.mfathi91.time.PersianDate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pilet.platform.Clock;

/**
 * Instants in the viewer's zone, calendar and words: relative for reading, exact for hovering and for screen readers.
 * Persian pages show the Jalali calendar. {@code desk.js} keeps the relative words current with the same bundle texts.
 */
@Named
@ApplicationScoped
public class Times {

    private static final Duration RELATIVE_UNTIL = Duration.ofDays(7);

    /* made once for each language */
    private final Map<Locale, DateTimeFormatter> dates = new ConcurrentHashMap<>();
    private final Map<Locale, DateTimeFormatter> days = new ConcurrentHashMap<>();
    private final Map<Locale, DateTimeFormatter> zones = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    @Inject
    private Viewer viewer;

    @Inject
    private Texts texts;

    /** Date and time of day with the zone, for example {@code 22 Nov 2026, 14:05 EET}. */
    public String exact(Instant instant) {
        return instant == null ? "" : minute(instant) + " " + zoneName(instant);
    }

    /** Date and time of day. */
    public String minute(Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime local = instant.atZone(viewer.getZone());
        return texts.format(viewer.getLanguage(), "time.dateAndTime", date(local.toLocalDate()), clockFace(local));
    }

    /** The date alone. */
    public String date(LocalDate date) {
        if (viewer.getLanguage() == Language.FA) {
            PersianDate jalali = PersianDate.fromGregorian(date);
            return digits(jalali.getDayOfMonth()) + " " + jalali.getMonth().getPersianName() + " "
                    + digits(jalali.getYear());
        }
        return dates.computeIfAbsent(locale(), each -> DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(each))
                .format(date);
    }

    /** A length of time to the minute, such as {@code 7 h 30 min}; less than nothing with a minus. */
    public String length(Duration length) {
        if (length == null) {
            return "";
        }
        long minutes = length.abs().toMinutes();
        String rest = texts.format(viewer.getLanguage(), "time.minutes", minutes % 60);
        String words = minutes < 60
                ? rest
                : texts.format(viewer.getLanguage(), "time.hours", minutes / 60)
                        + (minutes % 60 == 0 ? "" : " " + rest);
        return length.isNegative() ? "−" + words : words;
    }

    /** The date without its year where that is this year. */
    public String shortDate(LocalDate date) {
        int thisYear = clock.now().atZone(viewer.getZone()).getYear();
        if (viewer.getLanguage() == Language.FA) {
            PersianDate jalali = PersianDate.fromGregorian(date);
            PersianDate today = PersianDate.fromGregorian(
                    clock.now().atZone(viewer.getZone()).toLocalDate());
            return jalali.getYear() == today.getYear()
                    ? digits(jalali.getDayOfMonth()) + " " + jalali.getMonth().getPersianName()
                    : date(date);
        }
        return date.getYear() == thisYear ? dayAndMonth(date) : date(date);
    }

    /** As the language writes whole dates, its year and what belongs to it left out. */
    private String dayAndMonth(LocalDate date) {
        return days.computeIfAbsent(locale(), Times::withoutYear).format(date);
    }

    private static DateTimeFormatter withoutYear(Locale locale) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.MEDIUM, null, IsoChronology.INSTANCE, locale)
                .replaceAll("[\\s,]*y+\\.?(\\s*'[^']*'\\.?)?\\s*", "");
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    private Locale locale() {
        return viewer.getLanguage() == Language.EN ? Locale.UK : viewer.getLocale(); // day before month
    }

    /** How long ago, in words; from a week on the date. */
    public String ago(Instant instant) {
        if (instant == null) {
            return "";
        }
        Duration past = Duration.between(instant, clock.now());
        return past.compareTo(RELATIVE_UNTIL) >= 0
                ? shortDate(instant.atZone(viewer.getZone()).toLocalDate())
                : span(past);
    }

    /** How long until then, or by how much it is over. */
    public String due(Instant instant) {
        Duration left = Duration.between(clock.now(), instant);
        return left.isNegative() ? texts.format(viewer.getLanguage(), "time.over", span(left.negated())) : span(left);
    }

    /** What the clock on the wall of that zone shows now. */
    public String clockIn(String zone) {
        return clockFace(clock.now().atZone(ZoneId.of(zone)));
    }

    /** A language's name in the viewer's language. */
    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(viewer.getLocale());
    }

    /** An ISO instant, for {@code datetime}. */
    public String iso(Instant instant) {
        return instant == null ? "" : instant.toString();
    }

    public boolean isPast(Instant instant) {
        return instant != null && !instant.isAfter(clock.now());
    }

    private String span(Duration span) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < 1) {
            return texts.format(viewer.getLanguage(), "time.now");
        }
        if (minutes < 60) {
            return texts.format(viewer.getLanguage(), "time.minutes", minutes);
        }
        return minutes < 48 * 60
                ? texts.format(viewer.getLanguage(), "time.hours", minutes / 60)
                : texts.format(viewer.getLanguage(), "time.days", minutes / (24 * 60));
    }

    private String clockFace(ZonedDateTime local) {
        return twoDigits(local.getHour()) + ":" + twoDigits(local.getMinute());
    }

    private String zoneName(Instant instant) {
        return zones.computeIfAbsent(viewer.getLocale(), each -> DateTimeFormatter.ofPattern("z", each))
                .format(instant.atZone(viewer.getZone()));
    }

    private String digits(int number) {
        return digits(number, viewer.getLocale());
    }

    private String twoDigits(int number) {
        Locale locale = viewer.getLocale();
        return number < 10 ? digits(0, locale) + digits(number, locale) : digits(number, locale);
    }

    /** In the digits of the language. */
    private static String digits(int number, Locale locale) {
        char zero = DecimalStyle.of(locale).getZeroDigit();
        String plain = Integer.toString(number);
        return zero == '0'
                ? plain
                : plain.chars()
                        .map(digit -> digit - '0' + zero)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
