package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pilet.channels.mail.ReplyFrameStore.Written;
import org.pilet.conversation.TemplateWords;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;

/**
 * What stands below agents' answers by mail: signatures, and how to go on (features A1.3, A6.4). Looked for in this order:
 * the queue's own in the reader's language, the house's in it, the shipped ones in it, the shipped English ones.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class ReplyFrames {

    /** The key of somebody's own signature among their settings. */
    public static final String OWN_SIGNATURE = "signature";

    /** What a signature may name, a queue's and somebody's own. */
    public static final List<String> SIGNATURE_PLACES = ReplyFrame.SIGNATURE_PLACES;

    private static final Set<String> LANGUAGES = Set.of("en", "et", "ro", "hu", "ru", "fa");
    private static final int LONGEST = 10_000;

    @EJB
    private Queues queues;

    @EJB
    private Access access;

    @Inject
    private ReplyFrameStore store;

    @Inject
    private Clock clock;

    /** All that was written in place of shipped words. */
    public List<ReplyFrameView> written() {
        return store.all().stream()
                .map(each -> view(each.language(), each.queueId(), Optional.of(each)))
                .toList();
    }

    /** The words that hold there. Refused with {@link NotFound} for an unknown language or queue. */
    public ReplyFrameView view(String language, Long queueId) {
        require(language, queueId);
        return view(language, queueId, store.nearest(language, queueId));
    }

    /** The words that would hold there if nobody had written any. */
    public ReplyFrameView shipped(String language) {
        require(language, null);
        return view(language, null, Optional.empty());
    }

    /**
     * Replaces the words. Refused with {@link InvalidInput} for a name that does not exist or a section left open, and with
     * {@link ReplyFrameChanged} if somebody was faster.
     */
    public ReplyFrameView save(ReplyFrameDraft draft) {
        require(draft.language(), draft.queueId());
        check(draft);
        if (!store.save(draft, clock.now(), access.me().personId())) {
            throw new ReplyFrameChanged();
        }
        return view(draft.language(), draft.queueId());
    }

    /** Takes the words away that were written in this place; those that come next in the order hold again. */
    public ReplyFrameView reset(String language, Long queueId) {
        require(language, queueId);
        store.remove(language, queueId);
        return view(language, queueId);
    }

    /** How they would look below an answer, as HTML that is safe in a page. Refused as {@link #save} refuses. */
    public String preview(ReplyFrameDraft draft) {
        require(draft.language(), draft.queueId());
        check(draft);
        QueueView queue = draft.queueId() == null ? null : queues.view(draft.queueId());
        return new ReplyFrame(
                        draft.body(),
                        Map.of(
                                "queue.signature", queue == null ? "{{queue}}" : queue.signature(),
                                "agent.signature", "",
                                "agent", "Mari Maasikas",
                                "queue", queue == null ? "Support" : queue.name(),
                                "number", "100042",
                                "subject", "The printer is on fire",
                                "name", "Anna Saar",
                                "link", "https://help.example/portal/request.xhtml?token=…"))
                .html();
    }

    /**
     * Sets what stands below answers from a queue, and whether who asks there is told that it arrived. Refused with {@link
     * InvalidInput} for a place that a signature cannot name, {@link NotFound} for an unknown queue.
     */
    public QueueView sign(long queueId, String signature, boolean acknowledges) {
        queues.sign(queueId, new MailSignature(signature).lines(), acknowledges);
        return queues.view(queueId);
    }

    private static void check(ReplyFrameDraft draft) {
        if (draft.body() == null || draft.body().isBlank()) {
            throw new InvalidInput("body", "required");
        }
        if (draft.body().length() > LONGEST) {
            throw new InvalidInput("body", "tooLong", LONGEST);
        }
        TemplateWords.of("body", draft.body(), ReplyFrame.PLACES);
    }

    private void require(String language, Long queueId) {
        if (language == null || !LANGUAGES.contains(language)) {
            throw new NotFound("language", language);
        }
        if (queueId != null) {
            queues.view(queueId);
        }
    }

    private static ReplyFrameView view(String language, Long queueId, Optional<Written> found) {
        boolean own = found.isPresent() && Objects.equals(found.get().queueId(), queueId);
        ReplyFrameView.Source source = found.isEmpty()
                ? ReplyFrameView.Source.SHIPPED
                : found.get().queueId() == null ? ReplyFrameView.Source.HOUSE : ReplyFrameView.Source.QUEUE;
        return new ReplyFrameView(
                language,
                queueId,
                source,
                found.map(Written::body).orElseGet(() -> ReplyTexts.frame(language)),
                ReplyFrame.PLACES,
                own ? found.get().version() : 0,
                found.map(Written::at).orElse(null));
    }
}
