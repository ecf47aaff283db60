package org.pilet.notifications;

import jakarta.json.JsonArray;
import org.pilet.people.PersonView;

/**
 * What a notice is to say and to whom.
 *
 * @param key the bundle's key: {@code key.subject} and {@code key.body}
 * @param arguments for both texts
 * @param signature beneath the text: the queue's, or empty
 * @param from the address it comes from; null: the ticket's queue, or the house
 * @param inReplyTo the mail it answers, or null
 * @param reply true if it answers a mail (RFC 3834 auto-replied), false if nothing was asked (auto-generated)
 * @param limited whether it counts against the limit of automatic mails to one address
 * @param files stored files to go along, or null
 * @param unsubscribe where such mails can be switched off, or null if they cannot
 */
record Draft(
        String to,
        String toName,
        String language,
        String key,
        Object[] arguments,
        String signature,
        String from,
        Long ticketId,
        String inReplyTo,
        boolean reply,
        boolean limited,
        JsonArray files,
        String unsubscribe) {

    Draft(
            String to,
            String toName,
            String language,
            String key,
            Object[] arguments,
            String signature,
            String from,
            Long ticketId,
            String inReplyTo,
            boolean reply,
            boolean limited,
            JsonArray files) {
        this(to, toName, language, key, arguments, signature, from, ticketId, inReplyTo, reply, limited, files, null);
    }

    /** To somebody of the house, or about an account: not limited. */
    static Draft to(PersonView person, String key, Object... arguments) {
        return new Draft(
                person.email(),
                person.name(),
                person.language(),
                key,
                arguments,
                "",
                null,
                null,
                null,
                false,
                false,
                null);
    }

    Draft about(Long ticket) {
        return new Draft(
                to,
                toName,
                language,
                key,
                arguments,
                signature,
                from,
                ticket,
                inReplyTo,
                reply,
                limited,
                files,
                unsubscribe);
    }

    /** Within the limit of automatic mails to one address. */
    Draft seldom() {
        return new Draft(
                to,
                toName,
                language,
                key,
                arguments,
                signature,
                from,
                ticketId,
                inReplyTo,
                reply,
                true,
                files,
                unsubscribe);
    }

    Draft with(JsonArray attached) {
        return new Draft(
                to,
                toName,
                language,
                key,
                arguments,
                signature,
                from,
                ticketId,
                inReplyTo,
                reply,
                limited,
                attached,
                unsubscribe);
    }

    /** With the way to switch such mails off. */
    Draft leaving(String link) {
        return new Draft(
                to, toName, language, key, arguments, signature, from, ticketId, inReplyTo, reply, limited, files,
                link);
    }
}
