package org.pilet.sla;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads the tickets on which anything is still owed, by id, so that a restart goes on where it stood. */
@Named
@Dependent
public class SlaRecountReader extends AbstractItemReader {

    private static final int AT_ONCE = 500;

    @EJB
    private SlaRecount recount;

    private final Deque<Long> ahead = new ArrayDeque<>();
    private long last;

    @Override
    public void open(Serializable checkpoint) {
        last = checkpoint == null ? 0 : (Long) checkpoint;
    }

    @Override
    public Long readItem() {
        if (ahead.isEmpty()) {
            ahead.addAll(recount.tickets(last, AT_ONCE));
        }
        Long next = ahead.poll();
        last = next == null ? last : next;
        return next;
    }

    @Override
    public Long checkpointInfo() {
        return last;
    }
}
