package org.pilet.channels.mail.mime;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header fields of a mail in their order; names compare without case. */
public final class MailHeaders implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Pattern BRACKETED = Pattern.compile("<\\s{0,20}([^<>\\s]{1,990})\\s{0,20}>");
    private static final Pattern BARE_ID = Pattern.compile("[^<>\\s@]{1,500}@[^<>\\s@]{1,490}");

    /** One field; the value is unfolded, one char per byte. */
    record Field(String name, String raw) implements Serializable {}

    private final ArrayList<Field> fields = new ArrayList<>();

    MailHeaders() {}

    void add(String name, String raw) {
        fields.add(new Field(name.toLowerCase(Locale.ROOT), raw));
    }

    /** The first field of that name, decoded. */
    public Optional<String> first(String name) {
        return raw(name).map(HeaderText::decoded);
    }

    /** All fields of that name, decoded. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name.toLowerCase(Locale.ROOT)))
                .map(field -> HeaderText.decoded(field.raw()))
                .toList();
    }

    /** Whether there is such a field at all. */
    public boolean has(String name) {
        return raw(name).isPresent();
    }

    /** Whether any field's name starts so. */
    public boolean hasAny(String prefix) {
        return fields.stream().anyMatch(field -> field.name().startsWith(prefix.toLowerCase(Locale.ROOT)));
    }

    /** The message ids named in that field, without angle brackets, each once, in their order. */
    public List<String> messageIds(String name) {
        LinkedHashSet<String> ids = new LinkedHashSet<>();
        for (Field field : fields) {
            if (field.name().equals(name.toLowerCase(Locale.ROOT))) {
                ids.addAll(idsIn(field.raw()));
            }
        }
        return List.copyOf(ids);
    }

    /** The mailboxes of all fields of that name. */
    public List<MailAddress> addresses(String name) {
        List<MailAddress> found = new ArrayList<>();
        for (Field field : fields) {
            if (field.name().equals(name.toLowerCase(Locale.ROOT))) {
                found.addAll(AddressHeader.parse(field.raw()));
            }
        }
        return List.copyOf(found);
    }

    Optional<String> raw(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .map(Field::raw)
                .findFirst();
    }

    private static List<String> idsIn(String raw) {
        List<String> ids = new ArrayList<>();
        Matcher bracketed = BRACKETED.matcher(raw);
        while (bracketed.find()) {
            ids.add(bracketed.group(1));
        }
        if (ids.isEmpty()) {
            Matcher bare = BARE_ID.matcher(raw);
            if (bare.matches()) {
                ids.add(raw);
            }
        }
        return ids;
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
