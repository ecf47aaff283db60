package org.pilet.web.api;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;
import org.pilet.sla.Window;

/**
 * Reads the hours of one day as people write them.
 *
 * @param today its windows
 * @param afterMidnight what of them lies on the day after
 */
record WhatIfHours(List<Window> today, List<Window> afterMidnight) {

    private static final Pattern WINDOW = Pattern.compile(
            "(\\d{1,2}(?::?\\d\\d(?::\\d\\d)?)?)\\s*(?:-|–|—|to|\\.\\.)\\s*(\\d{1,2}(?::?\\d\\d(?::\\d\\d)?)?)");

    static WhatIfHours of(Loose value) {
        WhatIfHours shifts = new WhatIfHours(new ArrayList<>(), new ArrayList<>());
        add(value, shifts);
        return shifts;
    }

    /** Adds them to that day of a week, and what goes on after midnight to the day after. */
    void into(Map<DayOfWeek, List<Window>> week, DayOfWeek day) {
        week.computeIfAbsent(day, key -> new ArrayList<>()).addAll(today);
        if (!afterMidnight.isEmpty()) {
            week.computeIfAbsent(day.plus(1), key -> new ArrayList<>()).addAll(afterMidnight);
        }
    }

    private static void add(Loose value, WhatIfHours shifts) {
        if (value.isNull() || value.isFlag() && !value.flag()) {
            return;
        }
        if (value.isFlag()) {
            shifts.today().add(Window.ALL_DAY);
        } else if (value.isArray()) {
            List<Loose> items = value.items();
            boolean pair = items.size() == 2
                    && items.stream()
                            .allMatch(item -> item.isText()
                                    && !WINDOW.matcher(item.text()).matches());
            if (pair) {
                add(items.get(0), items.get(0).text(), items.get(1).text(), shifts);
            } else {
                items.forEach(item -> add(item, shifts));
            }
        } else if (value.isObject()) {
            addObject(value, shifts);
        } else {
            addText(value, value.text(), shifts);
        }
    }

    private static void addObject(Loose value, WhatIfHours shifts) {
        if (value.flag("closed")
                || value.any("open")
                        .filter(Loose::isFlag)
                        .map(open -> !open.flag())
                        .orElse(false)) {
            return;
        }
        if (value.any("active", "enabled").map(active -> !active.flag()).orElse(false)) {
            value.any("windows", "hours", "timeframes", "from", "to"); // there, and of no use on a day that is closed
            return;
        }
        var several = value.any("windows", "hours", "timeframes");
        if (several.isPresent()) {
            add(several.get(), shifts);
            return;
        }
        if (value.any("open").filter(Loose::isFlag).isPresent()
                && value.any("from", "opens", "start", "begin", "openTime").isEmpty()) {
            shifts.today().add(Window.ALL_DAY);
            return;
        }
        Loose from = value.need("from", "opens", "start", "begin", "open", "openTime", "startTime");
        Loose to = value.need("to", "closes", "end", "until", "close", "closeTime", "endTime");
        add(value, from.text(), to.text(), shifts);
    }

    private static void addText(Loose at, String text, WhatIfHours shifts) {
        String plain = Loose.plain(text);
        if (plain.isEmpty() || plain.equals("closed") || plain.equals("off")) {
            return;
        }
        if (WhatIfCalendars.isRoundTheClock(text) || plain.equals("allday") || plain.equals("open")) {
            shifts.today().add(Window.ALL_DAY);
            return;
        }
        for (String part : text.split("[,;]|\\band\\b")) {
            Matcher window = WINDOW.matcher(part.strip());
            if (!window.matches()) {
                throw new InvalidInput(at.path(), "window", text);
            }
            add(at, window.group(1), window.group(2), shifts);
        }
    }

    private static void add(Loose at, String from, String to, WhatIfHours shifts) {
        LocalTime opens = time(at, from);
        LocalTime closes = time(at, to);
        if (opens.equals(closes) && !closes.equals(LocalTime.MIDNIGHT)) {
            throw new InvalidInput(at.path(), "opensBeforeCloses");
        }
        if (opens.isBefore(closes) || closes.equals(LocalTime.MIDNIGHT)) {
            shifts.today().add(new Window(opens, closes));
        } else {
            shifts.today().add(new Window(opens, LocalTime.MIDNIGHT));
            shifts.afterMidnight().add(new Window(LocalTime.MIDNIGHT, closes));
        }
    }

    /** 9, 09:00, 0900, 09:00:30; 24:00 is the end of the day. */
    private static LocalTime time(Loose at, String text) {
        String plain = text.strip();
        if (plain.matches("\\d{4}")) {
            plain = plain.substring(0, 2) + ":" + plain.substring(2);
        }
        if (plain.matches("\\d{1,2}")) {
            plain = plain + ":00";
        }
        plain = plain.matches("\\d:.*") ? "0" + plain : plain;
        if (plain.matches("24:00(:00)?") || plain.equals("23:59:59")) {
            return LocalTime.MIDNIGHT;
        }
        try {
            return LocalTime.parse(plain);
        } catch (DateTimeException e) {
            throw new InvalidInput(at.path(), "window", text);
        }
    }
}
