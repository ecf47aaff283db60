package org.pilet.it;

import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.DateFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pilet.it.Sights.Sight;

/** Reads pages word by word, also what is hidden or only read aloud, and tells texts of bundles and data from the rest. */
final class Crawl {

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final String MARKS_OF_DIRECTION = "[\u2066-\u2069\u200e\u200f]";
    private static final String PLACEHOLDER = "\\{\\{[a-z.]+}}"; // of templates: its name is the same in every language
    private static final String READ = """
            () => {
              const words = new Set();
              const add = (text) => { const plain = (text || '').replace(/\\s+/g, ' ').trim(); if (plain) words.add(plain); };
              const silent = 'script, style, noscript, template, code, kbd, pre, svg, textarea, .mono';
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                if (!walker.currentNode.parentElement.closest(silent)) add(walker.currentNode.textContent);
              }
              document.querySelectorAll('[title], [aria-label], [placeholder], [alt]').forEach((each) => {
                ['title', 'aria-label', 'placeholder', 'alt'].forEach((name) => add(each.getAttribute(name)));
              });
              document.querySelectorAll('input[type=submit], input[type=button]').forEach((each) => add(each.value));
              add(document.title);
              return [...words];
            }""";

    /** The product's own name, and what is the same in every language: formats, units, protocols, tags of languages, names of jobs. */
    private static final Set<String> NO_WORDS = Set.of(
            "Pilet",
            "Ctrl",
            "Enter",
            "Esc",
            "CSV",
            "XLSX",
            "PDF",
            "ZIP",
            "Cc",
            "kB",
            "MB",
            "GB",
            "Shift",
            "Alt",
            "POP",
            "IMAP",
            "SMTP",
            "https",
            "localhost",
            "demo",
            "data",
            "mail",
            "nightly",
            "report",
            "reconciliation",
            "sla",
            "recount");

    /** What people and the demo have entered, of every table. */
    private static final String DATA = """
            select table_name, column_name from information_schema.columns
             where table_schema = 'pilet' and data_type in ('text', 'jsonb', 'json', 'character varying')
               and table_name in (select table_name from information_schema.tables
                                   where table_schema = 'pilet' and table_type = 'BASE TABLE')""";

    private final Site site;
    private final String data;
    private final Set<String> calendar = calendar();

    Crawl(Site site) throws SQLException {
        this.site = site;
        this.data = data();
    }

    /** Notes the words of the page that come from nowhere, and the page itself when it is wider than a small window. */
    void read(Sight sight, Set<String> found, List<String> tooWide) {
        try (Page page = site.open(sight, "light", 1440, 900)) {
            read(page, sight, found);
            page.setViewportSize(360, 740);
            if (Site.scrollsSideways(page)) {
                tooWide.add(sight.name());
            }
        }
    }

    /** As it is open before somebody who reads the language in brackets. */
    void read(Page page, Sight sight, Collection<String> found) {
        for (Object each : (List<?>) page.evaluate(READ)) {
            for (String piece : Pseudo.without(each.toString()).split("\0| / | · ")) {
                if (!isExplained(piece)) {
                    found.add(sight.path().replaceAll("\\?.*", "") + ": " + each);
                }
            }
        }
    }

    private boolean isExplained(String piece) {
        String plain = piece.replaceAll(MARKS_OF_DIRECTION, "")
                .replaceAll(PLACEHOLDER, "")
                .strip();
        if (data.contains(plain)) {
            return true;
        }
        for (Matcher word = WORD.matcher(plain); word.find(); ) {
            if (!NO_WORDS.contains(word.group()) && !calendar.contains(word.group()) && !isData(plain, word)) {
                return false;
            }
        }
        return true;
    }

    /** Data is cut short and put beside other data: the word alone explains nothing, with its neighbours it does. */
    private boolean isData(String plain, Matcher word) {
        int from = Math.max(0, word.start() - 12);
        int to = Math.min(plain.length(), word.end() + 12);
        return data.contains(plain.substring(from, word.end())) || data.contains(plain.substring(word.start(), to));
    }

    private static Set<String> calendar() {
        Set<String> names = new HashSet<>();
        Locale locale = Locale.forLanguageTag(Pseudo.LANGUAGE);
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(locale);
        Stream.of(
                        symbols.getMonths(),
                        symbols.getShortMonths(),
                        symbols.getWeekdays(),
                        symbols.getShortWeekdays(),
                        symbols.getAmPmStrings())
                .flatMap(Stream::of)
                .forEach(name -> words(name, names));
        for (String language : Locale.getISOLanguages()) {
            words(Locale.forLanguageTag(language).getDisplayLanguage(locale), names);
            words(Locale.forLanguageTag(language).getDisplayLanguage(Locale.forLanguageTag(language)), names);
        }
        words(new Locale.Builder().setRegion("XK").build().getDisplayCountry(locale), names);
        for (String country : Locale.getISOCountries()) {
            words(new Locale.Builder().setRegion(country).build().getDisplayCountry(locale), names);
        }
        for (String[] zone : symbols.getZoneStrings()) {
            Stream.of(zone).forEach(name -> words(name, names));
        }
        java.time.ZoneId.getAvailableZoneIds().forEach(zone -> words(zone, names));
        return names;
    }

    private static void words(String text, Set<String> names) {
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            names.add(word.group());
            names.add(word.group().substring(0, 1).toUpperCase(Locale.ROOT)
                    + word.group().substring(1));
        }
    }

    private static String data() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = Installation.connect();
                Statement statement = connection.createStatement()) {
            List<String> queries = new ArrayList<>();
            try (ResultSet columns = statement.executeQuery(DATA)) {
                while (columns.next()) {
                    String column = '"' + columns.getString(2) + '"';
                    queries.add("select string_agg(distinct left(" + column + "::text, 4000), E'\\n') from pilet."
                            + columns.getString(1));
                }
            }
            for (String query : queries) {
                try (ResultSet rows = statement.executeQuery(query)) {
                    if (rows.next() && rows.getString(1) != null) {
                        String text = rows.getString(1);
                        all.append(text.replaceAll("\\s+", " ")).append('\n');
                        // what a search shows of a text leaves out what looks like markup
                        all.append(text.replaceAll("<[^<>]*>", " ").replaceAll("\\s+", " "))
                                .append('\n');
                    }
                }
            }
        }
        return all.toString();
    }
}
