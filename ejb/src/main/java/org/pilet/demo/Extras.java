package org.pilet.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** More customers, for runs that are too large for the few of the cast: always the same ones in the same order. */
final class Extras {

    private static final int SHARE = 40;
    private static final List<String> DOMAINS = List.of("northwind.test", "laanemere.test", "mail.test");
    private static final Map<String, String> ZONES = Map.of(
            "en",
            "Europe/London",
            "et",
            "Europe/Tallinn",
            "ro",
            "Europe/Bucharest",
            "hu",
            "Europe/Budapest",
            "ru",
            "Europe/Riga",
            "fa",
            "Asia/Tehran");

    /** Each name with its Latin letters for the address. */
    private static final Map<String, List<String>> FIRST = Map.of(
            "en", List.of("Emily", "Jack", "Sophie", "Harry", "Chloe", "George", "Lucy", "Thomas", "Ella", "Daniel"),
            "et", List.of("Liis", "Martin", "Kristel", "Rasmus", "Triin", "Siim", "Helena", "Andres", "Piret", "Tanel"),
            "ro", List.of("Elena", "Mihai", "Cristina", "Bogdan", "Raluca", "Vlad", "Simona", "Radu", "Alina", "Sorin"),
            "hu", List.of("Anna", "Péter", "Katalin", "Zoltán", "Réka", "Balázs", "Judit", "Tamás", "Dóra", "Attila"),
            "ru",
                    List.of(
                            "Анна/anna",
                            "Сергей/sergei",
                            "Мария/maria",
                            "Алексей/aleksei",
                            "Елена/elena",
                            "Павел/pavel",
                            "Наталья/natalia",
                            "Иван/ivan",
                            "Татьяна/tatiana",
                            "Михаил/mihhail"),
            "fa",
                    List.of(
                            "زهرا/zahra",
                            "علی/ali",
                            "مریم/maryam",
                            "حسین/hossein",
                            "فاطمه/fatemeh",
                            "امیر/amir",
                            "سارا/sara",
                            "رضا/reza",
                            "لیلا/leila",
                            "محمد/mohammad"));

    /** No family name changes with its bearer's sex. */
    private static final Map<String, List<String>> LAST = Map.of(
            "en", List.of("Baker", "Turner", "Wood", "Hill", "Moore", "Green", "Bennett", "Carter"),
            "et", List.of("Mägi", "Rebane", "Kukk", "Ilves", "Pärn", "Oja", "Lepp", "Kallas"),
            "ro", List.of("Ionescu", "Stan", "Dumitru", "Marin", "Tudor", "Lazăr", "Neagu", "Florea"),
            "hu", List.of("Szabó", "Tóth", "Horváth", "Varga", "Kiss", "Molnár", "Farkas", "Balogh"),
            "ru",
                    List.of(
                            "Шевченко/shevchenko",
                            "Бойко/boiko",
                            "Ковальчук/kovaltshuk",
                            "Мельник/melnik",
                            "Ткач/tkatsh",
                            "Черных/tshernyhh",
                            "Коваль/koval",
                            "Долгих/dolgihh"),
            "fa",
                    List.of(
                            "حسینی/hosseini",
                            "محمدی/mohammadi",
                            "موسوی/mousavi",
                            "کریمی/karimi",
                            "صادقی/sadeghi",
                            "جعفری/jafari",
                            "رحیمی/rahimi",
                            "نوری/nouri"));

    /** Somebody with a name, an address and a language. */
    record Extra(String name, String email, String language, String zone, String domain) {}

    private Extras() {}

    /** As many as suit so many tickets. */
    static List<Extra> forTickets(int tickets) {
        List<Extra> extras = new ArrayList<>();
        int wanted = Math.min(tickets / SHARE, 10 * 8 * Phrases.LANGUAGES.size());
        for (int i = 0; i < wanted; i++) {
            String language = Phrases.LANGUAGES.get(i % Phrases.LANGUAGES.size());
            int turn = i / Phrases.LANGUAGES.size();
            extras.add(extra(
                    language,
                    FIRST.get(language).get(turn % 10),
                    LAST.get(language).get((turn / 10 + turn) % 8),
                    DOMAINS.get(i % DOMAINS.size() == 2 || turn % 5 == 0 ? 2 : (i + turn) % 2)));
        }
        return extras.stream().distinct().toList();
    }

    private static Extra extra(String language, String first, String last, String domain) {
        String given = first.split("/")[0];
        String family = last.split("/")[0];
        String name = language.equals("hu") ? family + " " + given : given + " " + family;
        String account = latin(first) + "." + latin(last);
        return new Extra(name, account + "@" + domain, language, ZONES.get(language), domain);
    }

    private static String latin(String name) {
        String letters = name.substring(name.indexOf('/') + 1).toLowerCase(Locale.ROOT);
        return java.text.Normalizer.normalize(letters, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
