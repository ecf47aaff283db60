package org.pilet.notifications;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import org.pilet.platform.OutboxHandler;
import org.pilet.platform.OutboxItem;

/** Orders to tell somebody something with stored files; the same payload with {@code blobs}. */
@Dependent
class FileOrders implements OutboxHandler {

    @EJB
    private Notices notices;

    @Override
    public String kind() {
        return "mail.files";
    }

    @Override
    public void deliver(OutboxItem item) {
        notices.write(item.dedupKey(), item.payload());
    }
}
