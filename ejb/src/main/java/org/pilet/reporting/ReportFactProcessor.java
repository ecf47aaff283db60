package org.pilet.reporting;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.reporting.ReportTicketReader.TicketOfDay;
import org.pilet.sla.OpenHours;

/** Applies the formulas to one ticket. */
@Named
@Dependent
class ReportFactProcessor implements ItemProcessor {

    @EJB
    private OpenTimes openTimes;

    private final Map<Long, OpenHours> calendars = new HashMap<>();

    @Override
    public FactsOfDay processItem(Object item) {
        TicketOfDay asked = (TicketOfDay) item;
        OpenHours open = calendars.computeIfAbsent(asked.ticket().calendarId(), openTimes::of);
        return new FactsOfDay(
                asked.period().day(), asked.ticket().ticketId(), FactRules.facts(asked.ticket(), asked.period(), open));
    }

    /** What one ticket adds to one day. */
    record FactsOfDay(LocalDate day, long ticketId, List<Fact> facts) {}
}
