package org.pilet.sla;

import java.time.Instant;

/** From here on, until the next stretch begins, the clock is in this phase; {@code why} is the status that says so. */
record Stretch(Instant from, Phase phase, String why) {}
