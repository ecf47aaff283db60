package org.pilet.sla;

/** Where a clock that still owes something stands on the board, the most pressing first. */
public enum BoardState {
    /** Past its due time, and not done. */
    OVERDUE,
    /** Has passed its first warning. */
    AT_RISK,
    RUNNING,
    PAUSED
}
