package org.pilet.notifications;

import jakarta.json.JsonArray;
import org.pilet.people.PersonView;

/** A notice as it is being written: what it is to say and to whom, and whatever else the one who writes it knows. */
final class Draft {

    private final String to;
    private final String toName;
    private final String language;
    private final String key;
    private final Object[] arguments;
    private String signature = "";
    private String from;
    private Long ticketId;
    private String inReplyTo;
    private boolean reply;
    private boolean limited;
    private JsonArray files;
    private String unsubscribe;

    /**
     * @param key the bundle's key: {@code key.subject} and {@code key.body}
     * @param arguments for both texts
     */
    Draft(String to, String toName, String language, String key, Object... arguments) {
        this.to = to;
        this.toName = toName;
        this.language = language;
        this.key = key;
        this.arguments = arguments;
    }

    /** To somebody of the house, or about an account: not limited. */
    static Draft to(PersonView person, String key, Object... arguments) {
        return new Draft(person.email(), person.name(), person.language(), key, arguments);
    }

    /** Answers a mail (RFC 3834 auto-replied), within the limit; nothing else was asked for (auto-generated). */
    Draft answering(String mailId) {
        inReplyTo = mailId;
        reply = true;
        return seldom();
    }

    /** Within the limit of automatic mails to one address. */
    Draft seldom() {
        limited = true;
        return this;
    }

    Draft about(Long ticket) {
        ticketId = ticket;
        return this;
    }

    Draft from(String address) {
        from = address;
        return this;
    }

    Draft signed(String words) {
        signature = words;
        return this;
    }

    /** With stored files that go along. */
    Draft with(JsonArray attached) {
        files = attached;
        return this;
    }

    /** With the way to switch such mails off. */
    Draft leaving(String link) {
        unsubscribe = link;
        return this;
    }

    String to() {
        return to;
    }

    String toName() {
        return toName;
    }

    String language() {
        return language;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }

    /** Beneath the text: the queue's, or empty. */
    String signature() {
        return signature;
    }

    /** The address it comes from; null: the ticket's queue, or the house. */
    String from() {
        return from;
    }

    Long ticketId() {
        return ticketId;
    }

    /** The mail it answers, or null. */
    String inReplyTo() {
        return inReplyTo;
    }

    boolean reply() {
        return reply;
    }

    boolean limited() {
        return limited;
    }

    JsonArray files() {
        return files;
    }

    String unsubscribe() {
        return unsubscribe;
    }
}
