package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pilet.platform.Clock;
import org.pilet.platform.Settings;
import org.pilet.sla.BusinessCalendars;
import org.pilet.sla.PolicyView;
import org.pilet.sla.SlaPolicies;
import org.pilet.sla.SlaWhatIf;
import org.pilet.sla.WhatIfCase;
import org.pilet.sla.WhatIfClock;
import org.pilet.sla.WhatIfResult;
import org.pilet.sla.WhatIfTicket;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;
import org.pilet.web.admin.BenchRow.BenchEvent;
import org.pilet.web.common.Viewer;

/** The test bench: what would come of a ticket's clocks under the policies of this house, without any ticket. */
@Named
@ViewScoped
public class BenchPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int NINE = 9;

    @EJB
    private SlaWhatIf whatIf;

    @EJB
    private SlaPolicies policies;

    @EJB
    private BusinessCalendars calendars;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private Viewer viewer;

    private final List<BenchRow> rows = new ArrayList<>();
    private Long policyId;
    private Priority priority = Priority.NORMAL;
    private boolean byAgent;
    private LocalDateTime createdAt;
    private LocalDateTime asOf;
    private WhatIfResult result;

    public void load() {
        createdAt = LocalDateTime.ofInstant(clock.now(), zone())
                .truncatedTo(ChronoUnit.DAYS)
                .with(LocalTime.of(NINE, 0));
        rows.add(new BenchRow(BenchEvent.AGENT_MESSAGE, createdAt.plusHours(1)));
        rows.add(new BenchRow(BenchEvent.PAUSE, createdAt.plusHours(2)));
        rows.add(new BenchRow(BenchEvent.RESUME, createdAt.plusDays(1)));
        play();
    }

    public void play() {
        WhatIfTicket ticket = new WhatIfTicket(
                createdAt.atZone(zone()).toInstant(),
                byAgent,
                false,
                false,
                Status.NEW,
                priority,
                policyId,
                0,
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                Set.of(),
                null);
        result = whatIf.play(new WhatIfCase(
                policies.all(),
                calendars.all(),
                settings.zone(),
                ticket,
                rows.stream().map(row -> row.toEvent(zone())).toList(),
                asOf == null ? null : asOf.atZone(zone()).toInstant()));
    }

    public void add() {
        LocalDateTime last =
                rows.isEmpty() ? createdAt : rows.get(rows.size() - 1).getAt();
        rows.add(new BenchRow(BenchEvent.CUSTOMER_MESSAGE, last.plusHours(1)));
    }

    public void remove(BenchRow row) {
        rows.remove(row);
    }

    /** How alarming a state is. */
    public String tone(WhatIfClock each) {
        return switch (each.state()) {
            case BREACHED -> "danger";
            case MET -> "ok";
            case PAUSED -> "warn";
            default -> "";
        };
    }

    public Duration length(Long seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private ZoneId zone() {
        return viewer.getZone();
    }

    public List<PolicyView> getPolicies() {
        return policies.all();
    }

    public Priority[] getPriorities() {
        return Priority.values();
    }

    public BenchEvent[] getEvents() {
        return BenchEvent.values();
    }

    public List<BenchRow> getRows() {
        return rows;
    }

    public WhatIfResult getResult() {
        return result;
    }

    public Long getPolicyId() {
        return policyId;
    }

    public void setPolicyId(Long policyId) {
        this.policyId = policyId;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public boolean isByAgent() {
        return byAgent;
    }

    public void setByAgent(boolean byAgent) {
        this.byAgent = byAgent;
    }

    public LocalDateTime getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(LocalDateTime createdAt) {
        this.createdAt = createdAt;
    }

    public LocalDateTime getAsOf() {
        return asOf;
    }

    public void setAsOf(LocalDateTime asOf) {
        this.asOf = asOf;
    }
}
