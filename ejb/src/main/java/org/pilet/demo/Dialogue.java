package org.pilet.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What people say on one ticket: everybody in the customer's language, agents among themselves in their own. */
final class Dialogue {

    private static final Map<String, String> DAYS = Map.of(
            "en",
            "d MMMM",
            "et",
            "dd.MM.yyyy",
            "ro",
            "dd.MM.yyyy",
            "hu",
            "yyyy. MM. dd.",
            "ru",
            "dd.MM.yyyy",
            "fa",
            "d MMMM");

    private final Dice dice;
    private final Stage.Customer customer;
    private final Topic topic;
    private final Phrases phrases;
    private final Map<String, String> values;

    Dialogue(Dice dice, Stage.Customer customer, Topic topic, Instant begins) {
        this.dice = dice;
        this.customer = customer;
        this.topic = topic;
        this.phrases = Phrases.in(customer.language());
        this.values = Map.of(
                "name", customer.name(),
                "product", dice.oneOf(topic.products()),
                "number", Integer.toString(dice.between(10_000, 99_999)),
                "amount", Integer.toString(dice.between(20, 2_500)),
                "day", day(begins.minus(dice.between(1, 9), ChronoUnit.DAYS)));
    }

    /** One of the variants: a subject and the words beneath it must be of the same. */
    int variant(String key) {
        return dice.between(1, phrases.variants(key) + 1);
    }

    String say(String key, int variant) {
        return phrases.say(key, variant, values);
    }

    private String say(String key) {
        return say(key, variant(key));
    }

    Words letter(String key, int variant) {
        return new Words(List.of(say("hello"), capital(say(key, variant)), say("farewell") + "\n" + customer.name()));
    }

    Words answer(Stage.Agent owner, String key) {
        return new Words(List.of(say("greeting"), capital(say(key)), say("farewell") + "\n" + owner.name()));
    }

    Words note(Stage.Agent owner) {
        Phrases own = Phrases.in(owner.language());
        return new Words(List.of(own.say("note", dice.between(1, own.variants("note") + 1), values)));
    }

    /** What the customer's thing has written down about itself. */
    PlayedTicket.File log(Instant at) {
        StringBuilder log = new StringBuilder(1024);
        for (int line = 0; line < dice.between(5, 25); line++) {
            log.append(at.minusSeconds(600L - line * 7L))
                    .append(" WARN  ")
                    .append(values.get("product"))
                    .append(": code ")
                    .append(dice.between(100, 999))
                    .append('\n');
        }
        return new PlayedTicket.File(
                topic.name().toLowerCase(Locale.ROOT) + "-" + values.get("number") + ".txt",
                "text/plain",
                log.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofPattern(DAYS.get(customer.language()), Locale.forLanguageTag(customer.language()))
                .format(at.atZone(OfficeTime.ZONE));
    }
}
