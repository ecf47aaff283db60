package org.pilet.automation;

/** It came to that queue. */
record CameTo(long queueId) implements IntakeCondition {

    @Override
    public boolean holds(Arrival arrival) {
        return arrival.queueId() == queueId;
    }
}
