package org.pilet.automation;

/** One condition of a rule. */
sealed interface IntakeCondition permits CameTo, SentBy, SubjectHolds, TextHolds {

    boolean holds(Arrival arrival);
}
