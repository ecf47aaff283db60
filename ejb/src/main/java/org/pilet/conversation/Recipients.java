package org.pilet.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;

/** Addresses as people type them into a line, made ready for a mail's header. */
final class Recipients {

    private static final Pattern NAMED = Pattern.compile("(.*?)\\s*<([^<>]+)>");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"()]+@[^\\s@<>,;\"()]+");

    private Recipients() {}

    /**
     * One line, separated by commas, without doubles; null when nothing was typed. Names and bare addresses, separated by
     * commas, semicolons or line ends. Refused with {@link InvalidInput} that names the first that is none.
     */
    static String of(String field, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        List<String> line = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (String each : typed.split("[,;\\n\\r]+")) {
            if (each.isBlank()) {
                continue;
            }
            Matcher named = NAMED.matcher(each.strip());
            boolean hasName = named.matches();
            String address = (hasName ? named.group(2) : each).strip().toLowerCase(Locale.ROOT);
            if (!ADDRESS.matcher(address).matches() || address.length() > 254) {
                throw new InvalidInput(field, "address", each.strip());
            }
            String name =
                    hasName ? named.group(1).replaceAll("[\"\\p{Cntrl}]", "").strip() : "";
            if (!seen.contains(address)) {
                seen.add(address);
                line.add(name.isEmpty() ? address : "\"" + name + "\" <" + address + ">");
            }
        }
        return line.isEmpty() ? null : String.join(", ", line);
    }
}
