package org.pilet.notifications;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pilet.conversation.TemplateWords;
import org.pilet.notifications.MailTemplateStore.Written;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;

/**
 * The words of everything the house writes by itself, by event, language and queue (features A6.4). Looked for in this
 * order: the queue's own in the reader's language, the house's in it, the shipped ones in it, the shipped English ones.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class MailTemplates {

    private static final Set<String> LANGUAGES = Set.of("en", "et", "ro", "hu", "ru", "fa");
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_BODY = 20_000;

    /** What stands in the places of a preview. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("name", "Anna Saar"),
            Map.entry("number", "100042"),
            Map.entry("subject", "The printer is on fire"),
            Map.entry("link", "https://help.example/portal/request.xhtml?token=…"),
            Map.entry("due", "2026-03-03 10:15"),
            Map.entry("queue", "Support"),
            Map.entry("owner", "Mari Maasikas"),
            Map.entry("requester", "Anna Saar"),
            Map.entry("day", "2026-03-03"),
            Map.entry("created", "12"),
            Map.entry("resolved", "9"),
            Map.entry("backlog", "31"),
            Map.entry("size", "31.4"),
            Map.entry("limit", "25.0"),
            Map.entry("hours", "24"),
            Map.entry("days", "30"),
            Map.entry("words", "Please look at this."),
            Map.entry("words.subject", "Look here"),
            Map.entry("address", "support@help.example"),
            Map.entry("why", "…"),
            Map.entry("sender", "anna@northwind.test"),
            Map.entry("count", "3"),
            Map.entry("keys", "2026-03-03: Support (support@help.example)"));

    @EJB
    private Queues queues;

    @EJB
    private Access access;

    @Inject
    private MailTemplateStore store;

    @Inject
    private NoticeTexts texts;

    @Inject
    private Clock clock;

    /** All that was written in place of shipped words. */
    public List<MailTemplateView> written() {
        List<MailTemplateView> views = new ArrayList<>();
        store.all().forEach(each -> views.add(view(each.event(), each.language(), each.queueId(), Optional.of(each))));
        return views;
    }

    /** The words that hold there. Refused with {@link NotFound} for an unknown language or queue. */
    public MailTemplateView view(MailEvent event, String language, Long queueId) {
        require(language, queueId);
        return view(event, language, queueId, store.nearest(event, language, queueId));
    }

    /** The words that would hold there if nobody had written any. */
    public MailTemplateView shipped(MailEvent event, String language) {
        require(language, null);
        return view(event, language, null, Optional.empty());
    }

    /**
     * Replaces the words. Refused with {@link InvalidInput} for a name that the event does not have, for a section left
     * open or for words without what the mail is for, and with {@link MailTemplateChanged} if somebody was faster.
     */
    public MailTemplateView save(MailTemplateDraft draft) {
        require(draft.language(), draft.queueId());
        check(draft);
        Long me = access.me().personId();
        if (!store.save(draft, clock.now(), me)) {
            throw new MailTemplateChanged();
        }
        return view(draft.event(), draft.language(), draft.queueId());
    }

    /** Takes the words away that were written in this place; those that come next in the order hold again. */
    public MailTemplateView reset(MailEvent event, String language, Long queueId) {
        require(language, queueId);
        store.remove(event, language, queueId);
        return view(event, language, queueId);
    }

    /** How a mail with these words would look. Refused as {@link #save} refuses. */
    public MailPreview preview(MailTemplateDraft draft) {
        require(draft.language(), draft.queueId());
        check(draft);
        Map<String, String> values = new HashMap<>(EXAMPLES);
        values.put("target", texts.word(draft.language(), "metric.FIRST_RESPONSE"));
        values.put("news", texts.sentence(draft.language(), NewsKind.OWN_MESSAGE.name(), EXAMPLES.get("name"), ""));
        values.keySet().retainAll(draft.event().places());
        String signature = draft.queueId() == null ? "" : signature(queues.view(draft.queueId()));
        String body = TemplateWords.read(draft.body()).filled(values);
        String text = texts.framed(body, signature, draft.language());
        String subject = NoticeTexts.line(TemplateWords.read(draft.subject()).filled(values));
        return new MailPreview(subject, text, NoticeTexts.markup(text));
    }

    private static String signature(QueueView queue) {
        return TemplateWords.read(queue.signature())
                .filled(Map.of("queue", queue.name(), "number", EXAMPLES.get("number")));
    }

    private static void check(MailTemplateDraft draft) {
        words("subject", draft.subject(), LONGEST_SUBJECT);
        words("body", draft.body(), LONGEST_BODY);
        TemplateWords.of("subject", draft.subject(), draft.event().places());
        TemplateWords body =
                TemplateWords.of("body", draft.body(), draft.event().places());
        draft.event().needed().stream()
                .filter(name -> !body.names().contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidInput("body", "placeNeeded", "{{" + name + "}}");
                });
    }

    private static void words(String field, String written, int longest) {
        if (written == null || written.isBlank()) {
            throw new InvalidInput(field, "required");
        }
        if (written.length() > longest) {
            throw new InvalidInput(field, "tooLong", longest);
        }
    }

    private void require(String language, Long queueId) {
        if (language == null || !LANGUAGES.contains(language)) {
            throw new NotFound("language", language);
        }
        if (queueId != null) {
            queues.view(queueId);
        }
    }

    private MailTemplateView view(MailEvent event, String language, Long queueId, Optional<Written> found) {
        boolean own = found.isPresent() && Objects.equals(found.get().queueId(), queueId);
        MailTemplateView.Source source = found.isEmpty()
                ? MailTemplateView.Source.SHIPPED
                : found.get().queueId() == null ? MailTemplateView.Source.HOUSE : MailTemplateView.Source.QUEUE;
        return new MailTemplateView(
                event,
                language,
                queueId,
                source,
                found.map(Written::subject).orElseGet(() -> texts.shipped(event, ".subject", language)),
                found.map(Written::body).orElseGet(() -> texts.shipped(event, ".body", language)),
                event.places(),
                own ? found.get().version() : 0,
                found.map(Written::at).orElse(null));
    }
}
