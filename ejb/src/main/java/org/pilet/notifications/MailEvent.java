package org.pilet.notifications;

import java.util.List;
import java.util.Optional;

/** What the house writes about by itself; each has words that an administrator may replace. */
public enum MailEvent {
    /** To who has asked: it arrived, and this is its number. */
    ACKNOWLEDGEMENT("acknowledgement", List.of("name", "number", "subject", "link"), List.of()),
    /** To staff: a target will soon be missed. */
    WARNED("warned", List.of("name", "number", "subject", "target", "due", "link", "queue", "owner"), List.of()),
    /** To staff: a target was missed. */
    BREACHED("breached", List.of("name", "number", "subject", "target", "due", "link", "queue", "owner"), List.of()),
    /** To an agent: a ticket is theirs now. */
    ASSIGNED("assigned", List.of("name", "number", "subject", "requester", "queue", "link"), List.of()),
    /** To subscribers: the day's figures. */
    REPORT("report", List.of("name", "day", "created", "resolved", "backlog", "link"), List.of()),
    /** To who sent a mail that is too large. */
    TOO_LARGE("tooLarge", List.of("subject", "size", "limit"), List.of()),
    /** To who wants to choose a password. */
    PASSWORD("password", List.of("name", "link", "hours"), List.of("link")),
    /** To who needs a new link to a request. */
    LINK("link", List.of("name", "number", "subject", "link", "days"), List.of("link")),
    /** To staff: what a rule wants them to know. */
    TOLD("told", List.of("words.subject", "number", "words", "subject", "link"), List.of("words")),
    /** To who wrote on a ticket that takes no more messages. */
    REJECTED("rejected", List.of("subject", "number", "address"), List.of("address")),
    /** To a team's lead: nobody could be given a ticket. */
    STUCK("stuck", List.of("name", "number", "subject", "queue", "why", "link"), List.of()),
    /** To administrators: somebody sent more than a mailbox takes. */
    TOO_LARGE_ALERT(
            "tooLargeAlert", List.of("name", "sender", "subject", "size", "limit", "address", "link"), List.of()),
    /** To administrators: certificates or keys end. */
    KEYS_END("keysEnd", List.of("name", "keys", "link"), List.of("keys")),
    /** To an agent: something has happened that they want to hear of by mail, such as a customer's message. */
    NEWS("news", List.of("name", "number", "subject", "news", "link"), List.of("news")),
    /** To an agent: a day's news in one mail. */
    DIGEST("digest", List.of("name", "count", "news"), List.of("news"));

    private final String key;
    private final List<String> places;
    private final List<String> needed;

    MailEvent(String key, List<String> places, List<String> needed) {
        this.key = key;
        this.places = places;
        this.needed = needed;
    }

    /** What the words may name, in the order in which the shipped words number them. */
    public List<String> places() {
        return places;
    }

    /** What the body must name, lest the mail be useless. */
    public List<String> needed() {
        return needed;
    }

    /** Under which the shipped words stand in the bundle. */
    String key() {
        return key;
    }

    static Optional<MailEvent> byKey(String key) {
        for (MailEvent event : values()) {
            if (event.key.equals(key)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }
}
