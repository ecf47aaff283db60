package org.pilet.channels.mail.mime;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import com.github.mangstadt.vinnie.io.VObjectReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an invitation says to a person, where a mail consists of nothing else. */
final class CalendarText extends VObjectDataAdapter {

    private static final Set<String> ENTRIES = Set.of("VEVENT", "VTODO", "VJOURNAL");
    private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\d(Z?))?");
    private static final int MOST = 20;

    private final List<Map<String, VObjectProperty>> entries = new ArrayList<>();
    private Map<String, VObjectProperty> current;
    private String method = "";

    private CalendarText() {}

    /** Empty if there is no entry in it. */
    static String of(String calendar) {
        CalendarText text = new CalendarText();
        try (VObjectReader reader = new VObjectReader(new StringReader(calendar), SyntaxRules.iCalendar())) {
            reader.parse(text);
        } catch (IOException malformed) {
            // what was read up to here is kept
        }
        StringBuilder out = new StringBuilder();
        text.entries.stream().limit(MOST).forEach(entry -> text.write(entry, out));
        return out.toString().strip();
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        if (ENTRIES.contains(name.toUpperCase(Locale.ROOT)) && entries.size() < MOST) {
            current = new LinkedHashMap<>();
            entries.add(current);
        } else if (name.equalsIgnoreCase("VALARM") || name.equalsIgnoreCase("VTIMEZONE")) {
            current = null;
        }
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        if (ENTRIES.contains(name.toUpperCase(Locale.ROOT))) {
            current = null;
        }
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        String name = property.getName().toUpperCase(Locale.ROOT);
        if (current != null) {
            current.putIfAbsent(name, property);
        } else if (name.equals("METHOD") && method.isEmpty()) {
            method = property.getValue().strip();
        }
    }

    private void write(Map<String, VObjectProperty> entry, StringBuilder out) {
        String summary = value(entry, "SUMMARY");
        boolean plain = method.isEmpty() || method.equalsIgnoreCase("PUBLISH") || method.equalsIgnoreCase("REQUEST");
        out.append(plain ? "" : method + ": ").append(summary).append('\n');
        String from = time(entry, "DTSTART");
        String to = time(entry, "DTEND");
        line(out, to.isEmpty() ? from : from + " – " + to);
        line(out, value(entry, "LOCATION"));
        line(out, organizer(entry));
        line(out, value(entry, "COMMENT"));
        String description = value(entry, "DESCRIPTION");
        out.append(description.isEmpty() ? "" : "\n" + description + "\n").append('\n');
    }

    private static void line(StringBuilder out, String words) {
        out.append(words.isEmpty() ? "" : words + "\n");
    }

    private static String value(Map<String, VObjectProperty> entry, String name) {
        VObjectProperty property = entry.get(name);
        return property == null
                ? ""
                : VObjectPropertyValues.unescape(property.getValue()).strip();
    }

    private static String organizer(Map<String, VObjectProperty> entry) {
        VObjectProperty organizer = entry.get("ORGANIZER");
        if (organizer == null) {
            return "";
        }
        String address = organizer.getValue().replaceFirst("(?i)^mailto:", "").strip();
        String name = organizer.getParameters().first("CN");
        return name == null || name.equals(address) ? address : name + " <" + address + ">";
    }

    /** As it was written, in its own zone, whose name goes with it. */
    private static String time(Map<String, VObjectProperty> entry, String name) {
        VObjectProperty property = entry.get(name);
        if (property == null) {
            return "";
        }
        Matcher written = TIME.matcher(property.getValue().strip());
        if (!written.matches()) {
            return property.getValue().strip();
        }
        String day = written.group(1) + "-" + written.group(2) + "-" + written.group(3);
        String zone = property.getParameters().first("TZID");
        return written.group(4) == null
                ? day
                : day + " " + written.group(4) + ":" + written.group(5)
                        + (written.group(6).isEmpty() ? zone == null ? "" : " (" + zone + ")" : " UTC");
    }
}
