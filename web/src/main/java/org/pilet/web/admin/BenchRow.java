package org.pilet.web.admin;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.pilet.sla.WhatIfEvent;
import org.pilet.tickets.Priority;
import org.pilet.tickets.Status;

/** One line of the test bench: something that happens, and when, on the reader's clock. */
public class BenchRow implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What can happen on the test bench. */
    public enum BenchEvent {
        CUSTOMER_MESSAGE,
        AGENT_MESSAGE,
        INTERNAL_NOTE,
        PAUSE,
        RESUME,
        RESOLVE,
        CLOSE,
        REOPEN,
        PRIORITY,
        POLICY,
        ASSIGN,
        MERGE,
        SPAM
    }

    private BenchEvent event;
    private LocalDateTime at;
    private Priority priority = Priority.URGENT;
    private Long policyId;

    BenchRow(BenchEvent event, LocalDateTime at) {
        this.event = event;
        this.at = at;
    }

    WhatIfEvent toEvent(ZoneId zone) {
        Instant instant = at.atZone(zone).toInstant();
        return switch (event) {
            case CUSTOMER_MESSAGE -> new WhatIfEvent.CustomerWrites(instant);
            case AGENT_MESSAGE -> new WhatIfEvent.AgentAnswers(instant);
            case INTERNAL_NOTE -> new WhatIfEvent.NothingCounts(instant);
            case PAUSE -> new WhatIfEvent.Becomes(instant, Status.PENDING);
            case RESUME, REOPEN -> new WhatIfEvent.Becomes(instant, Status.OPEN);
            case RESOLVE -> new WhatIfEvent.Becomes(instant, Status.RESOLVED);
            case CLOSE -> new WhatIfEvent.Becomes(instant, Status.CLOSED);
            case PRIORITY -> new WhatIfEvent.Prioritised(instant, priority);
            case POLICY -> new WhatIfEvent.PolicyChosen(instant, policyId);
            case ASSIGN -> new WhatIfEvent.Owned(instant, true);
            case MERGE -> new WhatIfEvent.Becomes(instant, Status.MERGED);
            case SPAM -> new WhatIfEvent.Becomes(instant, Status.SPAM);
        };
    }

    public boolean isAboutPriority() {
        return event == BenchEvent.PRIORITY;
    }

    public boolean isAboutPolicy() {
        return event == BenchEvent.POLICY;
    }

    public BenchEvent getEvent() {
        return event;
    }

    public void setEvent(BenchEvent event) {
        this.event = event;
    }

    public LocalDateTime getAt() {
        return at;
    }

    public void setAt(LocalDateTime at) {
        this.at = at;
    }

    public Priority getPriority() {
        return priority;
    }

    public void setPriority(Priority priority) {
        this.priority = priority;
    }

    public Long getPolicyId() {
        return policyId;
    }

    public void setPolicyId(Long policyId) {
        this.policyId = policyId;
    }
}
