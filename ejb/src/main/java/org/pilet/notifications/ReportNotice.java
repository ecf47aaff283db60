package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.pilet.people.People;
import org.pilet.people.PersonView;

/** Brings the day's report to a subscriber: the main figures in words, the files attached. */
@Dependent
class ReportNotice implements NoticeKind {

    @EJB
    private People people;

    @Inject
    private Links links;

    @Override
    public String event() {
        return "report.nightly";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        if (person.email() == null) {
            return Optional.empty();
        }
        JsonObject figures = payload.getJsonObject("arguments");
        JsonArray files = payload.containsKey("blobs") ? payload.getJsonArray("blobs") : JsonValue.EMPTY_JSON_ARRAY;
        return Optional.of(Draft.to(
                        person,
                        "report",
                        person.name(),
                        day(figures.getString("day"), person.language()),
                        figures.getString("created", "–"),
                        figures.getString("resolved", "–"),
                        figures.getString("backlog", "–"),
                        links.reports())
                .with(files)
                .leaving(links.unsubscribe(person.id(), Unsubscribing.REPORT)));
    }

    private static String day(String iso, String language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .format(LocalDate.parse(iso));
    }
}
