package org.pilet.reporting;

import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import org.pilet.reporting.jobs.JobRecords;

/** Day after day, ticket after ticket by id. The checkpoint names the day and the last ticket read. */
@Named
@Dependent
class ReportTicketReader extends AbstractItemReader {

    private static final int PAGE = 200;

    @Inject
    private JobContext job;

    @Inject
    private JobRecords records;

    @Inject
    private ReportedTicketStore tickets;

    @Inject
    private FactStore facts;

    private Queue<Period> days;
    private final Queue<ReportedTicket> page = new ArrayDeque<>();
    private long lastId;
    private boolean lastPage;

    @Override
    public void open(Serializable checkpoint) {
        Position position = Position.of((String) checkpoint);
        days = FigureStep.range(job).periods().stream()
                .filter(period -> position.day() == null || !period.day().isBefore(position.day()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        lastId = position.ticketId();
        long total = 0;
        long after = lastId;
        for (Period period : days) {
            total += tickets.count(after, period);
            after = 0;
        }
        records.expect(job, FigureStep.FACTS, total);
    }

    @Override
    public TicketOfDay readItem() {
        while (page.isEmpty() && !days.isEmpty()) {
            turnPage();
        }
        if (page.isEmpty()) {
            return null;
        }
        ReportedTicket ticket = page.remove();
        lastId = ticket.ticketId();
        return new TicketOfDay(days.element(), ticket);
    }

    private void turnPage() {
        if (lastPage) {
            days.remove();
            lastId = 0;
            lastPage = false;
            return;
        }
        Period day = days.element();
        if (lastId == 0) {
            facts.clear(day.day());
        }
        List<ReportedTicket> next = tickets.after(lastId, PAGE, day);
        page.addAll(next);
        lastPage = next.size() < PAGE;
    }

    @Override
    public Serializable checkpointInfo() {
        return days.isEmpty() ? null : new Position(days.element().day(), lastId).toString();
    }

    /** A ticket in the light of one day. */
    record TicketOfDay(Period period, ReportedTicket ticket) {}

    private record Position(LocalDate day, long ticketId) {

        static Position of(String checkpoint) {
            if (checkpoint == null) {
                return new Position(null, 0);
            }
            int cut = checkpoint.indexOf('/');
            return new Position(
                    LocalDate.parse(checkpoint.substring(0, cut)), Long.parseLong(checkpoint.substring(cut + 1)));
        }

        @Override
        public String toString() {
            return day + "/" + ticketId;
        }
    }
}
