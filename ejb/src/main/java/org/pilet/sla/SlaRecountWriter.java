package org.pilet.sla;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;

/** Counts the clocks of a chunk of tickets again. Doing it twice does no harm. */
@Named
@Dependent
public class SlaRecountWriter extends AbstractItemWriter {

    @EJB
    private SlaRecount recount;

    @Override
    public void writeItems(List<Object> tickets) {
        tickets.forEach(ticket -> recount.recount((Long) ticket));
    }
}
