package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pilet.people.People;
import org.pilet.people.PersonView;

/** A day's news in one mail, for whoever wants it so. */
@Dependent
class DigestNotice implements NoticeKind {

    static final String EVENT = "digest";

    @EJB
    private People people;

    @Inject
    private NewsStore store;

    @Inject
    private NoticeTexts texts;

    @Inject
    private Links links;

    @Override
    public String event() {
        return EVENT;
    }

    @Override
    public Optional<Draft> draft(JsonObject payload) {
        PersonView person = people.view(payload.getJsonNumber("personId").longValue());
        List<NewsItem> news = store.digest(person.id());
        if (news.isEmpty() || person.email() == null) {
            return Optional.empty();
        }
        String lines = news.stream().map(item -> line(item, person.language())).collect(Collectors.joining("\n\n"));
        return Optional.of(Draft.to(person, "digest", person.name(), news.size(), lines)
                .leaving(links.unsubscribe(person.id(), Unsubscribing.DIGEST)));
    }

    private String line(NewsItem item, String language) {
        String by = item.actorName() == null ? "Pilet" : item.actorName();
        String detail = item.detail() == null ? "" : item.detail();
        return "#" + item.ticketNumber() + " " + item.ticketSubject() + "\n"
                + texts.sentence(language, item.kind().name(), by, detail) + "\n" + links.ticket(item.ticketNumber());
    }
}
