package org.pilet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.pilet.sla.ClockState;
import org.pilet.sla.Metric;
import org.pilet.sla.RehearsedClock;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** Lives a ticket again from nothing but its history, and says when the row tells another story. */
final class Replay {

    private final PlayedTicket ticket;
    private Status status;
    private Long ownerId;
    private long queueId;
    private String tags = "";
    private String priority;
    private String categoryId;
    private boolean escalated;
    private int version;

    private Replay(PlayedTicket ticket) {
        this.ticket = ticket;
    }

    static void check(PlayedTicket ticket) {
        new Replay(ticket).check();
    }

    private void check() {
        PlayedTicket.Event opened = ticket.events().get(0);
        assertThat(opened.kind()).isEqualTo("OPENED");
        assertThat(opened.at()).isEqualTo(ticket.state().createdAt());
        status = Status.NEW;
        queueId = opened.queueId();
        for (PlayedTicket.Event event : ticket.events()) {
            if (!event.kind().startsWith("SLA_")) { // lines of another room leave the ticket as it is
                assertThat(event.version()).isBetween(version, version + 1);
                version = event.version();
            }
            live(event);
            assertThat(event.status()).as("%s", event).isEqualTo(status);
            assertThat(event.ownerId()).isEqualTo(ownerId);
            assertThat(event.queueId()).isEqualTo(queueId);
        }
        PlayedTicket.State row = ticket.state();
        assertThat(row.status()).isEqualTo(status);
        assertThat(row.ownerId()).isEqualTo(ownerId);
        assertThat(row.queueId()).isEqualTo(queueId);
        assertThat(row.escalated()).isEqualTo(escalated);
        assertThat(row.version()).isEqualTo(version);
        assertThat(String.join(", ", new java.util.TreeSet<>(ticket.tags()))).isEqualTo(tags);
        assertThat(priority == null || row.priority().name().equals(priority)).isTrue();
        assertThat(categoryId == null || Long.toString(row.categoryId()).equals(categoryId))
                .isTrue();
        checkTimes(row);
        ticket.clocks().forEach(this::checkClock);
    }

    private void live(PlayedTicket.Event event) {
        switch (event.kind()) {
            case "STATUS_CHANGED" -> {
                assertThat(event.oldValue()).isEqualTo(status.name());
                Status next = Status.valueOf(event.newValue());
                assertThat(status.mayBecome(next)).as("%s to %s", status, next).isTrue();
                status = next;
            }
            case "OWNER_CHANGED" -> {
                assertThat(event.oldValue()).isEqualTo(ownerId == null ? null : ownerId.toString());
                ownerId = event.newValue() == null ? null : Long.valueOf(event.newValue());
            }
            case "QUEUE_CHANGED" -> queueId = Long.parseLong(event.newValue());
            case "PRIORITY_CHANGED" -> {
                assertThat(priority == null || priority.equals(event.oldValue()))
                        .isTrue();
                priority = Priority.valueOf(event.newValue()).name();
            }
            case "CATEGORY_CHANGED" -> categoryId = event.newValue();
            case "ESCALATED_CHANGED" -> escalated = Boolean.parseBoolean(event.newValue());
            case "TAGS_CHANGED" -> {
                assertThat(event.oldValue()).isEqualTo(tags);
                tags = event.newValue();
            }
            case "MESSAGE_RECEIVED", "REPLY_SENT", "NOTE_ADDED" ->
                assertThat(ticket.messages().get(event.message()).at()).isEqualTo(event.at());
            default -> assertThat(Objects.requireNonNull(event.kind())).isNotBlank();
        }
    }

    private void checkTimes(PlayedTicket.State row) {
        List<PlayedTicket.Event> own = ticket.events().stream()
                .filter(event -> !event.kind().startsWith("SLA_")) // these are dated when they became true
                .toList();
        for (int i = 1; i < own.size(); i++) {
            assertThat(own.get(i).at()).isAfterOrEqualTo(own.get(i - 1).at());
        }
        for (int i = 1; i < ticket.messages().size(); i++) {
            assertThat(ticket.messages().get(i).at())
                    .isAfterOrEqualTo(ticket.messages().get(i - 1).at());
        }
        assertThat(row.resolvedAt() != null)
                .isEqualTo(row.status() == Status.RESOLVED || row.status() == Status.CLOSED);
        assertThat(row.closedAt() != null).isEqualTo(row.status() == Status.CLOSED);
        assertThat(row.wakeUpAt() != null).isEqualTo(row.status() == Status.POSTPONED);
        assertThat(row.statusReason() != null).isEqualTo(row.status().isWaiting());
        assertThat(row.assignedAt() == null).isEqualTo(row.ownerId() == null);
    }

    private void checkClock(RehearsedClock clock) {
        Status now = ticket.state().status();
        boolean done = clock.completedAt() != null || clock.voidedAt() != null;
        if (clock.metric() == Metric.RESOLUTION) {
            assertThat(done).isEqualTo(!now.isOpen());
            assertThat(clock.pausedAt() != null).isEqualTo(now.isWaiting());
        } else {
            assertThat(clock.completedAt()).isEqualTo(ticket.state().firstResponseAt());
        }
        assertThat(clock.startedAt()).isEqualTo(ticket.state().createdAt());
        assertThat(clock.breachedAt() != null).isEqualTo(clock.struckPercent() >= 100);
        if (clock.voidedAt() == null) {
            assertThat(clock.state() == ClockState.BREACHED).isEqualTo(clock.breachedAt() != null);
        }
        if (clock.state() == ClockState.MET) {
            assertThat(clock.completedAt()).isBeforeOrEqualTo(clock.dueAt());
        }
        assertThat(ticket.state().escalated() || clock.breachedAt() == null || done)
                .isTrue();
        for (int i = 0; i < clock.events().size(); i++) {
            assertThat(clock.events().get(i).ordinal()).isEqualTo(i);
        }
        long told = ticket.events().stream()
                .filter(event -> event.kind().startsWith("SLA_")
                        && event.actor()
                                .cause()
                                .startsWith("sla:" + clock.metric().name().toLowerCase(Locale.ROOT)))
                .count();
        assertThat(clock.events().stream().filter(event -> !event.kind().equals("ACTED")))
                .hasSize((int) told);
    }
}
