package org.pilet.tickets;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;

/** The work lists. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Queues {

    @EJB
    private Access access;

    @Inject
    private QueueStore store;

    /** All active queues by name: customers choose among them, staff move tickets between them. */
    public List<QueueView> active() {
        return store.active();
    }

    /** The queues whose tickets the caller may read as staff. */
    public List<QueueView> mine() {
        Caller me = access.me();
        return store.active().stream().filter(queue -> me.mayView(queue.id())).toList();
    }

    /** Refused with {@link NotFound}. */
    public QueueView view(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("queue", id));
    }

    /** The active queue with this mail address. */
    public Optional<QueueView> byAddress(String address) {
        return store.byAddress(address);
    }

    /** The active queue of this name; refused with {@link NotFound}. */
    public QueueView byName(String name) {
        return store.byName(name).orElseThrow(() -> new NotFound("queue", name));
    }

    /** Who may own tickets of this queue, by name. */
    @RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public List<QueueView.Worker> workers(long queueId) {
        return store.workers(queueId);
    }

    /** Who may own tickets of any of the caller's queues, by name. */
    public List<QueueView.Worker> colleagues() {
        Caller me = access.me();
        return store.workersOf(me.allQueues() ? null : me.workQueueIds());
    }

    /** Sets what stands below its answers and whether who asks is told that it arrived. Refused with {@link NotFound}. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public void sign(long id, String signature, boolean acknowledges) {
        view(id);
        store.sign(id, signature, acknowledges);
    }
}
