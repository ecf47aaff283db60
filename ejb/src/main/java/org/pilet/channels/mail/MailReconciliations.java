package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** What the nightly comparisons of handed over with existing mail have found. */
@Stateless
@RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class MailReconciliations {

    private static final int RECENT = 60;

    @Inject
    private MailReconciliationStore store;

    /** The latest with its lines; empty if there was none yet. */
    public Optional<MailReconciliationView> latest() {
        return store.recent(1).stream().findFirst().map(store::withLines);
    }

    /** The latest sixty without their lines, newest first. */
    public List<MailReconciliationView> recent() {
        return store.recent(RECENT);
    }

    /** With its lines. Refused with {@link NotFound}. */
    public MailReconciliationView view(long id) {
        return store.find(id).map(store::withLines).orElseThrow(() -> new NotFound("reconciliation", id));
    }

    /** Enters one; those of more than a year ago go. */
    @RolesAllowed(Roles.SYSTEM)
    public MailReconciliationView keep(MailReconciliationView made) {
        return view(store.add(made));
    }
}
