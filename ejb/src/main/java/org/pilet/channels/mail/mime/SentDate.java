package org.pilet.channels.mail.mime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.RawField;

/** When a mail says it was sent: as the standard writes it, and where that does not read, as programs and scripts do. */
final class SentDate {

    private static final String CLOCK =
            "(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?(?:[.,]\\d+)?\\s*([AaPp]\\.?[Mm]\\.?)?";
    private static final String ZONE = "\\s*\"?([+-]\\d{2}:?\\d{2}|[A-Za-z]{1,5}(?:[+-]\\d{1,2}:?\\d{0,2})?)?.*";
    private static final Pattern ISO =
            Pattern.compile("\\s*(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[T ,]+" + CLOCK + ZONE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:\\s*\\p{L}+\\.?,?)?\\s*(\\d{1,2})[-. ]+(\\p{L}{3,12})\\.?[-. ,]+(\\d{2,4})[ ,]+" + CLOCK + ZONE);
    private static final Pattern UNIX = Pattern.compile("\\s*\\p{L}{2,9},?\\s+(\\p{L}{3,9})\\.?\\s+(\\d{1,2}),?\\s+"
            + CLOCK + "\\s*([A-Z]{3,4}|[+-]\\d{4})?\\s*(\\d{4}).*");

    /** The beginnings of the months' names, in English and in the other languages that write them otherwise. */
    private static final List<String> MONTHS = List.of(
            "jan|jaan|ian|янв|gen|ene|led|sty|tam",
            "feb|veeb|fév|фев|únor|lut|hel",
            "mar|mär|mrz|mrt|märts|már|мар|mars|maaliskuu",
            "apr|avr|ápr|апр|abr|kwi|huh",
            "may|mai|maj|máj|май|мая|mag|tou",
            "jun|juuni|iun|jún|июн|juin|giu|cze|kes",
            "jul|juuli|iul|júl|июл|juil|lug|lip|hei",
            "aug|août|авг|ago|sie|elo",
            "sep|sept|szept|сен|set|wrz|syy",
            "oct|okt|окт|ott|paź|lok|out",
            "nov|noi|ноя|lis|mar",
            "dec|dets|dez|дек|déc|dic|gru|jou");

    /** Names of zones that mail programs write, though the standard knows few of them; without those that mean several. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("wet", "+00:00"),
            Map.entry("west", "+01:00"),
            Map.entry("bst", "+01:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("met", "+01:00"),
            Map.entry("mez", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("mest", "+02:00"),
            Map.entry("mesz", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("irst", "+03:30"),
            Map.entry("sgt", "+08:00"),
            Map.entry("hkt", "+08:00"),
            Map.entry("jst", "+09:00"),
            Map.entry("kst", "+09:00"),
            Map.entry("aest", "+10:00"),
            Map.entry("aedt", "+11:00"),
            Map.entry("nzst", "+12:00"),
            Map.entry("nzdt", "+13:00"));

    /** A zone that the library takes for the universal one: named, or by its distance from that. */
    private static final Pattern NAMED_ZONE =
            Pattern.compile("(?i).*\\d\\s*(?:" + String.join("|", ZONES.keySet()) + "|(?:gmt|utc?)[+-]\\d.*)\\b.*");

    private static final int LONGEST = 100;

    private SentDate() {}

    /** Null where nothing can be made of it. */
    static Instant of(String field) {
        String written = field.length() > LONGEST ? field.substring(0, LONGEST) : field;
        Instant named = NAMED_ZONE.matcher(written).matches() ? otherwise(written) : null;
        if (named != null) {
            return corrected(named);
        }
        Instant read = Optional.ofNullable(DateTimeFieldLenientImpl.PARSER
                        .parse(new RawField("Date", written), DecodeMonitor.SILENT)
                        .getDate())
                .map(Date::toInstant)
                .orElseGet(() -> otherwise(written));
        return read == null ? null : corrected(read);
    }

    /** Programs that count years from 1900 wrote 126 for 2026. */
    private static Instant corrected(Instant read) {
        int year = read.atOffset(ZoneOffset.UTC).getYear();
        return year > 0 && year < 200
                ? read.atOffset(ZoneOffset.UTC).withYear(year + 1900).toInstant()
                : read;
    }

    private static Instant otherwise(String written) {
        try {
            Matcher iso = ISO.matcher(written);
            if (iso.matches()) {
                return instant(number(iso.group(1)), number(iso.group(2)), number(iso.group(3)), iso, 4, iso.group(8));
            }
            Matcher day = DAY_FIRST.matcher(written);
            if (day.matches()) {
                int year = number(day.group(3));
                return instant(
                        year < 100 ? 2000 + year : year,
                        month(day.group(2)),
                        number(day.group(1)),
                        day,
                        4,
                        day.group(8));
            }
            Matcher unix = UNIX.matcher(written);
            if (unix.matches()) {
                return instant(
                        number(unix.group(8)), month(unix.group(1)), number(unix.group(2)), unix, 3, unix.group(7));
            }
        } catch (DateTimeException | NumberFormatException nonsense) {
            return null;
        }
        return null;
    }

    private static Instant instant(int year, int month, int day, Matcher clock, int at, String zone) {
        int hour = number(clock.group(at));
        String half = clock.group(at + 3);
        if (half != null) {
            hour = hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
        }
        int second = clock.group(at + 2) == null ? 0 : number(clock.group(at + 2));
        return LocalDateTime.of(year, month, day, hour, number(clock.group(at + 1)), second)
                .atZone(zone(zone))
                .toInstant();
    }

    private static ZoneId zone(String written) {
        if (written == null) {
            return ZoneOffset.UTC;
        }
        String offset = ZONES.get(written.toLowerCase(Locale.ROOT));
        if (offset != null) {
            return ZoneId.of(offset);
        }
        try {
            return ZoneId.of(written.replaceFirst("(?i)^(?:gmt|utc)(?=[+-])", ""), ZoneId.SHORT_IDS);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String beginning : MONTHS.get(i).split("\\|")) {
                if (lower.startsWith(beginning)) {
                    return i + 1;
                }
            }
        }
        throw new DateTimeException(name);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
