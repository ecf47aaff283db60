package org.pilet.platform;

/**
 * The role names that doors are guarded with. A team lead or administrator who also works tickets holds {@link #AGENT}
 * as well; no role implies another.
 */
public final class Roles {

    public static final String CUSTOMER = "CUSTOMER";
    public static final String AGENT = "AGENT";
    public static final String TEAM_LEAD = "TEAM_LEAD";
    public static final String BATCH_OPERATOR = "BATCH_OPERATOR";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    /** Held by timers and pumps only, through {@code @RunAs}; no account can have it. */
    public static final String SYSTEM = "SYSTEM";

    private Roles() {}
}
