package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pilet.conversation.DraftReview;
import org.pilet.conversation.MessageReceived;
import org.pilet.conversation.TicketTransferred;
import org.pilet.notifications.NewsStore.Happened;
import org.pilet.notifications.NewsStore.Written;
import org.pilet.platform.Outbox;
import org.pilet.platform.Zones;
import org.pilet.teamwork.PersonMentioned;
import org.pilet.teamwork.TaskAssigned;
import org.pilet.tickets.Field;
import org.pilet.tickets.TicketChanged;

/**
 * Writes news for agents in the transaction in which it happens, each the way its reader has chosen. A mail that would
 * come in quiet hours waits for their end; what goes into the digest waits for eight in the morning.
 */
@Dependent
class NewsWatch {

    private static final int DIGEST_HOUR = 8;
    private static final Set<Field> FOLLOWED = EnumSet.of(Field.STATUS, Field.OWNER, Field.QUEUE);

    @Inject
    private NewsStore store;

    @Inject
    private WakingHours awake;

    @Inject
    private Outbox outbox;

    @Inject
    private Event<NewsWritten> written;

    void received(@Observes MessageReceived message) {
        if (message.automatic()) {
            return;
        }
        Long messageId = message.messageId();
        List<Written> all = new ArrayList<>();
        if (message.opensTicket()) {
            Happened opened = new Happened(
                    NewsKind.TEAM_NEW, message.ticketId(), messageId, message.authorId(), null, message.at());
            tell(opened, store.toTeam(opened), all);
        } else {
            Happened own = new Happened(
                    NewsKind.OWN_MESSAGE, message.ticketId(), messageId, message.authorId(), null, message.at());
            tell(own, store.toOwner(own), all);
            Happened watched = new Happened(
                    NewsKind.WATCHED_MESSAGE, message.ticketId(), messageId, message.authorId(), null, message.at());
            tell(watched, store.toWatchers(watched), all);
            Happened nobodys = new Happened(
                    NewsKind.TEAM_MESSAGE, message.ticketId(), messageId, message.authorId(), null, message.at());
            tell(nobodys, store.toTeamOfNobodys(nobodys), all);
        }
        announce(all);
    }

    void changed(@Observes TicketChanged change) {
        List<Written> all = new ArrayList<>();
        if (change.field() == Field.OWNER && change.newValue() != null) {
            Happened given = new Happened(
                    NewsKind.ASSIGNED, change.ticketId(), change.noteId(), change.actorId(), null, change.at());
            // its mail is the one that tells of every assignment: see WhomToTell
            List<Written> told = store.to(Long.parseLong(change.newValue()), given);
            digest(told, change.at());
            all.addAll(told);
        }
        if (FOLLOWED.contains(change.field())) {
            String detail = change.field() == Field.STATUS
                    ? change.newValue()
                    : change.field().name();
            Happened followed = new Happened(
                    NewsKind.WATCHED_CHANGE, change.ticketId(), null, change.actorId(), detail, change.at());
            tell(followed, store.toWatchers(followed), all);
        }
        announce(all);
    }

    /** Whoever is named as the owner hears of that; else it concerns all of the queue's team. */
    void transferred(@Observes TicketTransferred handed) {
        if (handed.ownerId() != null) {
            return;
        }
        Happened moved = new Happened(
                NewsKind.TRANSFERRED, handed.ticketId(), handed.noteId(), handed.actorId(), null, handed.at());
        List<Written> all = new ArrayList<>();
        tell(moved, store.toTeam(moved), all);
        announce(all);
    }

    void mentioned(@Observes PersonMentioned mention) {
        Happened named = new Happened(
                NewsKind.MENTIONED, mention.ticketId(), mention.messageId(), mention.authorId(), null, mention.at());
        List<Written> all = new ArrayList<>();
        tell(named, store.to(mention.personId(), named), all);
        announce(all);
    }

    void given(@Observes TaskAssigned task) {
        Happened given = new Happened(NewsKind.TASK, task.ticketId(), null, task.actorId(), task.title(), task.at());
        List<Written> all = new ArrayList<>();
        tell(given, store.to(task.personId(), given), all);
        announce(all);
    }

    void reviewed(@Observes DraftReview review) {
        NewsKind kind = review.asked() ? NewsKind.REVIEW_ASKED : NewsKind.REVIEWED;
        Happened news = new Happened(kind, review.ticketId(), null, review.actorId(), null, review.at());
        List<Written> all = new ArrayList<>();
        tell(
                news,
                review.personId() == null ? store.toMembers(review.teamId(), news) : store.to(review.personId(), news),
                all);
        announce(all);
    }

    private void tell(Happened news, List<Written> told, List<Written> all) {
        for (Written each : told) {
            if (each.byMail()) {
                String payload = Json.createObjectBuilder()
                        .add("event", NewsNotice.EVENT)
                        .add("news", news.kind().name())
                        .add("ticketId", news.ticketId())
                        .add("personId", each.personId())
                        .add("actorId", news.actorId() == null ? 0 : news.actorId())
                        .add("detail", news.detail() == null ? "" : news.detail())
                        .add("messageId", news.messageId() == null ? 0 : news.messageId())
                        .build()
                        .toString();
                outbox.put("notify", "news:" + each.id(), payload, null, awake.of(each.personId(), news.at()));
            }
        }
        digest(told, news.at());
        all.addAll(told);
    }

    /** One digest a person and day: whoever has one ordered already gets no second. */
    private void digest(List<Written> told, Instant at) {
        for (Written each : told) {
            if (each.inDigest()) {
                ZonedDateTime now =
                        at.atZone(Zones.of(store.rest(each.personId()).zone()));
                ZonedDateTime today = now.toLocalDate().atTime(DIGEST_HOUR, 0).atZone(now.getZone());
                ZonedDateTime next = today.isAfter(now) ? today : today.plusDays(1);
                String payload = Json.createObjectBuilder()
                        .add("event", DigestNotice.EVENT)
                        .add("personId", each.personId())
                        .build()
                        .toString();
                String key = "digest:" + each.personId() + ":" + next.toLocalDate();
                if (!store.isOrdered(key)) {
                    outbox.put("notify", key, payload, null, next.toInstant());
                }
            }
        }
    }

    private void announce(List<Written> all) {
        List<Long> people = all.stream()
                .filter(Written::inPage)
                .map(Written::personId)
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            written.fire(new NewsWritten(people));
        }
    }
}
