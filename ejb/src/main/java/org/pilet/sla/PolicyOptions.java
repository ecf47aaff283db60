package org.pilet.sla;

import java.io.Serializable;

/** What a policy does in the cases in which houses differ. */
public record PolicyOptions(Reopening reopening, AgentTickets agentTickets) implements Serializable {

    public static final PolicyOptions USUAL = new PolicyOptions(Reopening.RESUME, AgentTickets.NO_FIRST_RESPONSE);

    /** What a reopened ticket's resolution clock does (features B1.11). */
    public enum Reopening {
        /** It goes on with what was left of its budget. */
        RESUME,
        /** A new clock begins, with the target for reopened tickets if the policy has one. */
        NEW_CYCLE
    }

    /** What is owed on tickets that agents have opened (features B1.13). */
    public enum AgentTickets {
        /** No first response: nobody waits for one. */
        NO_FIRST_RESPONSE,
        /** The ticket itself is the first public comment, the next one is the response. */
        SECOND_COMMENT
    }
}
