package org.pilet.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pilet.reporting.ReportedTicket.Step;
import org.pilet.tickets.Status;

/**
 * Backlog at start and end, and all that led from one to the other. Moves between queues, owners, priorities and
 * categories count for that dimension alone, so that the identity holds for every key of every dimension.
 */
class BacklogFlow implements FactRule {

    @Override
    public void judge(TicketStory story, FactSheet sheet) {
        Optional<Step> atStart = story.before(story.period().start());
        atStart.filter(step -> step.status().isOpen())
                .ifPresent(step -> sheet.count(Metric.BACKLOG_START, step.place()));
        Step previous = atStart.orElse(null);
        for (Step step : story.steps()) {
            if (story.period().contains(step.at())) {
                transition(previous, step, sheet);
                previous = step;
            }
        }
        if (story.last().status().isOpen()) {
            sheet.count(Metric.BACKLOG_END, story.last().place());
        }
    }

    private static void transition(Step from, Step to, FactSheet sheet) {
        boolean wasInWork = from == null || from.status().isOpen();
        if (from == null) {
            sheet.count(Metric.CREATED, to.place());
        } else if (wasInWork) {
            moves(from.place(), to.place(), sheet);
        }
        if (wasInWork && !to.status().isOpen()) {
            sheet.count(wayOut(to.status()), to.place());
        } else if (!wasInWork && to.status().isOpen()) {
            sheet.count(TicketStory.DONE.contains(from.status()) ? Metric.REOPENED : Metric.RESTORED, to.place());
        }
    }

    private static void moves(Place from, Place to, FactSheet sheet) {
        for (Dimension dimension : movable()) {
            if (!dimension.keyOf(from).equals(dimension.keyOf(to))) {
                sheet.count(Metric.MOVED_OUT, dimension, from);
                sheet.count(Metric.MOVED_IN, dimension, to);
            }
        }
    }

    private static List<Dimension> movable() {
        List<Dimension> all = new ArrayList<>(List.of(Dimension.values()));
        all.remove(Dimension.ALL);
        return all;
    }

    private static Metric wayOut(Status status) {
        return switch (status) {
            case RESOLVED -> Metric.RESOLVED;
            case CLOSED -> Metric.CLOSED_DIRECTLY;
            case MERGED -> Metric.MERGED;
            default -> Metric.REMOVED;
        };
    }
}
