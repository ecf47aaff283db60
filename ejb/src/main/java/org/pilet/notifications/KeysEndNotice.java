package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.platform.Zones;

/** Tells an administrator that certificates or keys end soon, or have ended. */
@Dependent
class KeysEndNotice implements NoticeKind {

    @EJB
    private People people;

    @Inject
    private Links links;

    @Override
    public String event() {
        return "mail.keysEnd";
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        String keys = payload.getJsonArray("keys").getValuesAs(JsonObject.class).stream()
                .map(key -> line(key, person))
                .collect(Collectors.joining("\n"));
        return Optional.of(Draft.to(person, "keysEnd", person.name(), keys, links.keys()));
    }

    private static String line(JsonObject key, PersonView reader) {
        String addresses = key.getString("addresses");
        String until = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(reader.language()))
                .withZone(Zones.of(reader.zone()))
                .format(Instant.parse(key.getString("until")));
        return until + ": " + key.getString("holder") + (addresses.isEmpty() ? "" : " (" + addresses + ")");
    }
}
