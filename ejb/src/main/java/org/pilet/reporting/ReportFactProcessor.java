package org.pilet.reporting;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.pilet.reporting.ReportTicketReader.TicketOfDay;

/** Applies the formulas to one ticket. */
@Named
@Dependent
class ReportFactProcessor implements ItemProcessor {

    @Inject
    private OpenTimes openTimes;

    @Override
    public FactsOfDay processItem(Object item) {
        TicketOfDay asked = (TicketOfDay) item;
        OpenTime open = openTimes.of(asked.ticket().calendarId());
        return new FactsOfDay(
                asked.period().day(), asked.ticket().ticketId(), FactRules.facts(asked.ticket(), asked.period(), open));
    }

    /** What one ticket adds to one day. */
    record FactsOfDay(LocalDate day, long ticketId, List<Fact> facts) {}
}
