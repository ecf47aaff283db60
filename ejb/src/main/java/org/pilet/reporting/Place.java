package org.pilet.reporting;

/**
 * Where a ticket stood at one moment. Figures are charged to the place at the event, not to today's.
 *
 * @param agentId the owner, null when nobody owned it
 */
record Place(Long queueId, Long agentId, String channel, String priority, Long categoryId) {

    Place by(Long otherAgentId) {
        return new Place(queueId, otherAgentId, channel, priority, categoryId);
    }
}
