package org.pilet.security;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import org.pilet.platform.NotFound;
import org.pilet.platform.Readings;
import org.pilet.platform.Roles;

/** Who is calling, and may they. Doors ask before they return or change anything. */
@Stateless
@PermitAll // it answers about the caller only
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Access {

    private static final Caller SYSTEM =
            new Caller(null, null, "Pilet", "en", "UTC", Set.of(Roles.SYSTEM), Set.of(), Set.of(), Set.of(), true);

    @Resource
    private SessionContext context;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry registry;

    @Inject
    private CallerStore callers;

    @Inject
    private Readings readings;

    /** The caller. Refused with {@link NotFound} when the account has gone since sign-in. */
    public Caller me() {
        if (context.isCallerInRole(Roles.SYSTEM)) {
            Caller orderer = within() ? (Caller) registry.getResource(Access.class) : null;
            return orderer == null ? SYSTEM : orderer;
        }
        String name = context.getCallerPrincipal().getName();
        int limit = name.indexOf('#');
        long personId = Long.parseLong(limit < 0 ? name : name.substring(0, limit));
        Long onlyTicketId = limit < 0 ? null : Long.valueOf(name.substring(limit + 1));
        return readings.once("caller " + name, () -> callers.find(personId, onlyTicketId)
                .orElseThrow(() -> new NotFound("person", personId)));
    }

    /** Somebody who has ordered what is carried out later, with their rights of now. Refused as {@link #me} is. */
    @RolesAllowed(Roles.SYSTEM)
    public Caller person(long personId) {
        return callers.find(personId, null).orElseThrow(() -> new NotFound("person", personId));
    }

    /**
     * Whatever the system does until this transaction ends it does in that person's name and with their rights of now:
     * they have ordered it earlier. Refused as {@link #me} is.
     */
    @RolesAllowed(Roles.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.MANDATORY) // it ends with the transaction
    public void actFor(long personId) {
        registry.putResource(Access.class, person(personId));
    }

    private boolean within() {
        int status = registry.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
    }

    /**
     * Returns the caller if they may; else refuses with {@link NotFound} when they may not even see the ticket, with
     * {@link Forbidden} when they may see it only.
     */
    public Caller require(Permission permission, TicketScope scope) {
        return me().require(permission, scope);
    }
}
