package org.pilet.automation.terms;

import java.time.Instant;
import org.pilet.tickets.Field;

/**
 * What a rule may be woken by.
 *
 * @param at when it happened, which may be a while ago when it is looked at
 * @param field for CHANGED: which
 * @param oldValue for CHANGED, as the history keeps it
 * @param actorId null when the system did it
 * @param actorKind AGENT, CUSTOMER or SYSTEM
 * @param messageId for what was said: where it stands
 * @param metric for the service level: which
 * @param ruleId for MOMENT, SCHEDULE and HOOK: the one rule that it is meant for
 * @param payload for HOOK: the JSON that came
 */
public record Happening(
        Kind kind,
        Instant at,
        Field field,
        String oldValue,
        String newValue,
        Long actorId,
        String actorKind,
        Long messageId,
        String metric,
        Long ruleId,
        String payload) {

    /** Of what sort. */
    public enum Kind {
        OPENED,
        CUSTOMER_MESSAGE,
        AGENT_REPLY,
        NOTE,
        CHANGED,
        SLA_WARNED,
        SLA_BREACHED,
        MOMENT,
        SCHEDULE,
        HOOK
    }

    /** Of a ticket's field. */
    public static Happening changed(
            Instant at, Field field, String oldValue, String newValue, Long actorId, String actorKind) {
        return new Happening(Kind.CHANGED, at, field, oldValue, newValue, actorId, actorKind, null, null, null, null);
    }

    /** Somebody said something. */
    public static Happening said(Kind kind, Instant at, long messageId, Long actorId, String actorKind) {
        return new Happening(kind, at, null, null, null, actorId, actorKind, messageId, null, null, null);
    }

    /** A service level's clock passed a level. */
    public static Happening struck(Kind kind, Instant at, String metric) {
        return new Happening(kind, at, null, null, null, null, "SYSTEM", null, metric, null, null);
    }

    /** Meant for one rule only. */
    public static Happening forRule(Kind kind, Instant at, long ruleId, String payload) {
        return new Happening(kind, at, null, null, null, null, "SYSTEM", null, null, ruleId, payload);
    }
}
