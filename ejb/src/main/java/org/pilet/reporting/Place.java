package org.pilet.reporting;

/**
 * Where a ticket stood at one moment. Figures are charged to the place at the event, not to today's.
 *
 * @param agentId the owner, null when nobody owned it
 * @param policyId by which a service level was promised; null for all that is none
 */
record Place(Long queueId, Long agentId, String channel, String priority, Long categoryId, Long policyId) {

    Place(Long queueId, Long agentId, String channel, String priority, Long categoryId) {
        this(queueId, agentId, channel, priority, categoryId, null);
    }

    Place by(Long otherAgentId) {
        return new Place(queueId, otherAgentId, channel, priority, categoryId, policyId);
    }

    Place promisedBy(Long policy) {
        return new Place(queueId, agentId, channel, priority, categoryId, policy);
    }
}
