package org.pilet.tickets;

import org.pilet.security.Caller;

/**
 * Who makes a change and why, as the history records it.
 *
 * @param noteId what they wrote along with it for whoever is concerned, or null
 */
record Author(Long personId, String kind, String cause, Long noteId) {

    Author(Long personId, String kind, String cause) {
        this(personId, kind, cause, null);
    }

    static Author of(Caller caller, String cause) {
        return new Author(caller.personId(), caller.actorKind(), cause);
    }

    /** Whether somebody decides this themselves, rather than a rule or clock for them. */
    boolean isPerson() {
        return personId != null && cause == null;
    }

    Author because(String reason) {
        return new Author(personId, kind, reason, noteId);
    }

    Author writing(Long note) {
        return new Author(personId, kind, cause, note);
    }
}
