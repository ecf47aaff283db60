package org.pilet.reporting;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pilet.reporting.ReportFactProcessor.FactsOfDay;
import org.pilet.reporting.jobs.JobRecords;

/** Stores a chunk's facts in the chunk's transaction, together with how far the step has come. */
@Named
@Dependent
class ReportFactWriter extends AbstractItemWriter {

    @Inject
    private JobContext job;

    @Inject
    private JobRecords records;

    @Inject
    private FactStore facts;

    @Override
    public void writeItems(List<Object> items) {
        Map<LocalDate, List<FactsOfDay>> days = items.stream()
                .map(FactsOfDay.class::cast)
                .collect(Collectors.groupingBy(FactsOfDay::day, TreeMap::new, Collectors.toList()));
        days.forEach((day, tickets) -> facts.replace(
                day,
                tickets.stream().map(FactsOfDay::ticketId).toList(),
                tickets.stream().flatMap(ticket -> ticket.facts().stream()).toList()));
        records.advance(job, FigureStep.FACTS, items.size());
    }
}
