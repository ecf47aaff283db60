package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.pilet.platform.Roles;

/** The words that are written here, by which other forms of a word and slips of the finger are recognised. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class Vocabulary {

    /** A few hundred messages take less than a second. */
    private static final int AT_ONCE = 300;

    @Inject
    private WordStore store;

    /** Reads some more messages; false when there are none, or another node is at it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // what was read stays read
    public boolean readOn() {
        return store.readOn(AT_ONCE);
    }
}
