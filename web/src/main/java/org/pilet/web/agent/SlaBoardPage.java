package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.pilet.sla.BoardState;
import org.pilet.sla.BoardView;
import org.pilet.sla.Metric;
import org.pilet.sla.SlaBoards;
import org.pilet.tickets.QueueView;
import org.pilet.tickets.Queues;

/** What is owed at this moment, soonest first. What is shown stands in the address; the page asks again by itself. */
@Named
@RequestScoped
public class SlaBoardPage {

    @EJB
    private SlaBoards boards;

    @EJB
    private Queues queues;

    private BoardState state;
    private Long queue;
    private Metric metric;
    private BoardView board = new BoardView(Map.of(), List.of());

    public void load() {
        board = boards.board(state, queue, metric);
    }

    public long count(BoardState each) {
        return board.counts().getOrDefault(each, 0L);
    }

    /** The page's address with another state chosen; the chosen one again shows all. */
    public String path(BoardState each) {
        StringBuilder path = new StringBuilder("board.xhtml?");
        if (each != state) {
            path.append("state=").append(each).append('&');
        }
        if (queue != null) {
            path.append("queue=").append(queue).append('&');
        }
        if (metric != null) {
            path.append("metric=").append(metric);
        }
        return path.toString();
    }

    /** How alarming a state is. */
    public String tone(BoardState each) {
        return switch (each) {
            case OVERDUE -> "danger";
            case AT_RISK -> "warn";
            default -> "";
        };
    }

    public Duration length(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    public BoardView getBoard() {
        return board;
    }

    public BoardState[] getStates() {
        return BoardState.values();
    }

    public Metric[] getMetrics() {
        return Metric.values();
    }

    public List<QueueView> getQueues() {
        return queues.mine();
    }

    public BoardState getState() {
        return state;
    }

    public void setState(BoardState state) {
        this.state = state;
    }

    public Long getQueue() {
        return queue;
    }

    public void setQueue(Long queue) {
        this.queue = queue;
    }

    public Metric getMetric() {
        return metric;
    }

    public void setMetric(Metric metric) {
        this.metric = metric;
    }
}
