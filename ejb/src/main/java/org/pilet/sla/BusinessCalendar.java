package org.pilet.sla;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * When the house is open, in its own time zone: weekly hours with several windows a day, holidays of one date or of
 * every year, and exceptions that replace a date's hours whatever else is said ("open that Saturday", "half day").
 *
 * <p>An instant is open exactly if the wall clock of the zone shows, at that instant, a time inside a window of that
 * date. So an hour that daylight saving repeats counts twice, and one that it leaves out does not count.
 *
 * <p>Immutable and fast: the instant line is cut into spans of about 388 days, and each span's openings are laid out
 * once, with the open time before each, so that adding and measuring are binary searches whatever the length.
 */
final class BusinessCalendar {

    /** No opening for longer than this is a mistake in the calendar. */
    static final Duration LONGEST_CLOSURE = Duration.ofDays(400);

    private static final long SPAN_SECONDS = 1L << 25;
    private static final int SPANS_KEPT = 64;
    private static final long SECONDS_PER_DAY = 24L * 60 * 60;
    private static final long MICROS = 1_000_000L;

    private static final BusinessCalendar ALWAYS = always();

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Window>> week;
    private final Set<LocalDate> holidays;
    private final Set<MonthDay> yearlyHolidays;
    private final Map<LocalDate, List<Window>> exceptions;
    private final Names names;
    private final Map<Long, Span> spans = new ConcurrentHashMap<>();

    BusinessCalendar(
            ZoneId zone,
            Map<DayOfWeek, List<Window>> week,
            Set<LocalDate> holidays,
            Set<MonthDay> yearlyHolidays,
            Map<LocalDate, List<Window>> exceptions) {
        this(zone, week, holidays, yearlyHolidays, exceptions, Names.NONE);
    }

    BusinessCalendar(
            ZoneId zone,
            Map<DayOfWeek, List<Window>> week,
            Set<LocalDate> holidays,
            Set<MonthDay> yearlyHolidays,
            Map<LocalDate, List<Window>> exceptions,
            Names names) {
        this.zone = zone;
        this.names = names;
        this.week = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, windows) -> this.week.put(day, List.copyOf(windows)));
        this.holidays = Set.copyOf(holidays);
        this.yearlyHolidays = Set.copyOf(yearlyHolidays);
        this.exceptions = Map.copyOf(exceptions);
    }

    /** Always open. */
    static BusinessCalendar roundTheClock() {
        return ALWAYS;
    }

    private static BusinessCalendar always() {
        Map<DayOfWeek, List<Window>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Window.ALL_DAY));
        }
        return new BusinessCalendar(ZoneOffset.UTC, week, Set.of(), Set.of(), Map.of());
    }

    /** The earliest instant by which, counted from {@code start}, the calendar has been open for {@code open}. */
    Instant add(Instant start, Duration open) {
        long left = micros(open);
        if (left <= 0) {
            return start;
        }
        long from = micros(start);
        long closedSince = from;
        for (long number = spanOf(from); ; number++) {
            Span span = span(number);
            closedSince = span.refuseLongClosure(closedSince, from);
            long before = span.openBefore(from);
            if (span.total - before >= left) {
                return instant(span.when(before + left));
            }
            left -= span.total - before;
        }
    }

    /** How long the calendar is open from {@code from} to {@code to}; zero if the latter is not later. */
    Duration measure(Instant from, Instant to) {
        long start = micros(from);
        long end = micros(to);
        if (end <= start) {
            return Duration.ZERO;
        }
        long sum = -span(spanOf(start)).openBefore(start);
        for (long number = spanOf(start); number < spanOf(end); number++) {
            sum += span(number).total;
        }
        return Duration.of(sum + span(spanOf(end)).openBefore(end), ChronoUnit.MICROS);
    }

    /** The first open instant not before {@code from}. */
    Instant nextOpening(Instant from) {
        // The smallest step that can be counted lies inside the opening that is asked for.
        return add(from, Duration.of(1, ChronoUnit.MICROS)).minus(1, ChronoUnit.MICROS);
    }

    /** The open intervals between two instants, in order, cut off at both. */
    List<Interval> openings(Instant from, Instant to) {
        List<Interval> found = new ArrayList<>();
        long start = micros(from);
        long end = micros(to);
        for (long number = spanOf(start); number <= spanOf(end); number++) {
            span(number).collect(start, end, found);
        }
        return found;
    }

    /**
     * When the house closes on the working day that comes {@code days} working days after the day of {@code start},
     * features B1.4: a working day is a date on which it opens at all, the day of the start does not count. With 0 it is
     * the day of the start itself, or the next working day when there is nothing left of it.
     */
    Instant endOfWorkingDay(Instant start, int days) {
        LocalDate date = LocalDate.ofInstant(start, zone);
        Optional<Instant> close = days == 0 ? close(date).filter(start::isBefore) : Optional.empty();
        Instant lastClose = start;
        for (int left = Math.max(1, days); close.isEmpty(); ) {
            date = date.plusDays(1);
            Optional<Instant> next = close(date);
            if (next.isPresent()) {
                lastClose = next.get();
                close = --left == 0 ? next : close;
            } else if (Duration.between(lastClose, date.atStartOfDay(zone)).compareTo(LONGEST_CLOSURE) > 0) {
                throw new CalendarNeverOpens(lastClose);
            }
        }
        return close.get();
    }

    /** When it closes for the last time on that date; nothing when it does not open. */
    private Optional<Instant> close(LocalDate date) {
        if (hours(date).isEmpty()) {
            return Optional.empty();
        }
        ZonedDateTime next = date.plusDays(1).atStartOfDay(zone);
        // where clocks go back over midnight, the date may come a second time
        return openings(
                        date.atStartOfDay(zone).toInstant(),
                        next.withLaterOffsetAtOverlap().toInstant())
                .stream()
                .flatMap(opening -> Stream.of(opening.to(), next.toInstant())
                        .filter(end -> !end.isAfter(opening.to()) && end.isAfter(opening.from())))
                .filter(end -> LocalDate.ofInstant(end.minusNanos(1), zone).equals(date))
                .max(Comparator.naturalOrder());
    }

    /** The holidays and exceptional dates that keep it closed between two instants, by name, without weekly closing. */
    String whyClosed(Instant from, Instant to) {
        Set<String> found = new LinkedHashSet<>();
        LocalDate last = LocalDate.ofInstant(to.minusNanos(1), zone);
        for (LocalDate date = LocalDate.ofInstant(from, zone); !date.isAfter(last); date = date.plusDays(1)) {
            if (week.containsKey(date.getDayOfWeek()) && hours(date).isEmpty()) {
                found.addAll(names.of(date));
            }
        }
        return String.join(", ", found);
    }

    /** What it says of a date. */
    CalendarDay day(LocalDate date, CalendarDay.Kind kind) {
        Instant from = date.atStartOfDay(zone).toInstant();
        Instant to = date.plusDays(1).atStartOfDay(zone).toInstant();
        String name = kind == CalendarDay.Kind.USUAL ? "" : String.join(", ", names.of(date));
        return new CalendarDay(date, kind, hours(date), measure(from, to), name);
    }

    ZoneId zone() {
        return zone;
    }

    List<Window> hours(LocalDate date) {
        List<Window> exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        if (holidays.contains(date) || !yearlyHolidays.isEmpty() && yearlyHolidays.contains(MonthDay.from(date))) {
            return List.of();
        }
        return week.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private Span span(long number) {
        Span known = spans.get(number);
        if (known != null) {
            return known;
        }
        if (spans.size() >= SPANS_KEPT) {
            spans.clear();
        }
        return spans.computeIfAbsent(number, this::layOut);
    }

    /**
     * Walks the span in stretches of constant offset, on which local time is plain arithmetic; a local day may thereby
     * be met in pieces, or twice, or not at all, just as the zone has it.
     */
    private Span layOut(long number) {
        Openings openings = new Openings();
        ZoneRules rules = zone.getRules();
        long end = (number + 1) * SPAN_SECONDS;
        for (long at = number * SPAN_SECONDS; at < end; ) {
            long offset = rules.getOffset(Instant.ofEpochSecond(at)).getTotalSeconds();
            ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(at));
            long until = next == null ? end : Math.min(end, next.toEpochSecond());
            layOut(at + offset, until + offset, offset, openings);
            at = until;
        }
        return new Span(number, openings);
    }

    private void layOut(long localFrom, long localTo, long offset, Openings openings) {
        for (long day = Math.floorDiv(localFrom, SECONDS_PER_DAY); day * SECONDS_PER_DAY < localTo; day++) {
            for (Window window : ordered(hours(LocalDate.ofEpochDay(day)))) {
                long from = Math.max(localFrom, day * SECONDS_PER_DAY + window.opensSecond());
                long to = Math.min(localTo, day * SECONDS_PER_DAY + window.closesSecond());
                openings.add((from - offset) * MICROS, (to - offset) * MICROS);
            }
        }
    }

    private static List<Window> ordered(List<Window> windows) {
        if (windows.size() < 2) {
            return windows;
        }
        List<Window> ordered = new ArrayList<>(windows);
        ordered.sort((a, b) -> a.opens().compareTo(b.opens()));
        return ordered;
    }

    private static long spanOf(long micros) {
        return Math.floorDiv(micros, SPAN_SECONDS * MICROS);
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1000);
    }

    private static long micros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), MICROS), duration.getNano() / 1000);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** What the dates are called on which other hours than the weekly ones hold. */
    record Names(Map<LocalDate, String> dates, Map<MonthDay, String> yearly) {

        static final Names NONE = new Names(Map.of(), Map.of());

        List<String> of(LocalDate date) {
            return Stream.of(dates.get(date), yearly.get(MonthDay.from(date)))
                    .filter(name -> name != null && !name.isBlank())
                    .toList();
        }
    }

    /** From the first instant, included, to the last, not included. */
    record Interval(Instant from, Instant to) {}

    /** A growing list of openings; those that touch or overlap become one. */
    private static final class Openings {
        private long[] starts = new long[512];
        private long[] ends = new long[512];
        private int size;

        void add(long start, long end) {
            if (start >= end) {
                return;
            }
            if (size > 0 && start <= ends[size - 1]) {
                ends[size - 1] = Math.max(ends[size - 1], end);
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            starts[size] = start;
            ends[size++] = end;
        }
    }

    /** The openings of one piece of the instant line, in microseconds, with the open time before each of them. */
    private static final class Span {
        private final long end;
        private final long[] starts;
        private final long[] ends;
        private final long[] before;
        private final long total;

        Span(long number, Openings openings) {
            end = (number + 1) * SPAN_SECONDS * MICROS;
            starts = Arrays.copyOf(openings.starts, openings.size);
            ends = Arrays.copyOf(openings.ends, openings.size);
            before = new long[openings.size];
            long sum = 0;
            for (int i = 0; i < before.length; i++) {
                before[i] = sum;
                sum += ends[i] - starts[i];
            }
            total = sum;
        }

        long openBefore(long at) {
            int i = lastNotAbove(starts, at);
            return i < 0 ? 0 : before[i] + Math.min(at, ends[i]) - starts[i];
        }

        /** The earliest instant before which this span has been open for {@code open}, which is more than nothing. */
        long when(long open) {
            int i = lastNotAbove(before, open - 1);
            return starts[i] + open - before[i];
        }

        /** Since when the calendar is closed at the span's end, having refused a closure that is too long. */
        long refuseLongClosure(long closedSince, long from) {
            int first = lastNotAbove(ends, from) + 1;
            long closedUntil = first < starts.length ? starts[first] : end;
            if (closedUntil - closedSince > LONGEST_CLOSURE.toSeconds() * MICROS) {
                throw new CalendarNeverOpens(instant(closedSince));
            }
            return first < starts.length ? ends[ends.length - 1] : closedSince;
        }

        void collect(long from, long to, List<Interval> found) {
            for (int i = lastNotAbove(ends, from) + 1; i < starts.length && starts[i] < to; i++) {
                Interval next = new Interval(instant(Math.max(from, starts[i])), instant(Math.min(to, ends[i])));
                Interval last = found.isEmpty() ? null : found.get(found.size() - 1);
                if (last != null && last.to().equals(next.from())) {
                    // An opening that lies across the border of two spans is still one opening.
                    found.set(found.size() - 1, new Interval(last.from(), next.to()));
                } else {
                    found.add(next);
                }
            }
        }

        private static int lastNotAbove(long[] sorted, long value) {
            int i = Arrays.binarySearch(sorted, value);
            return i >= 0 ? i : -i - 2;
        }
    }
}
