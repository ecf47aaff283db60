package org.pilet.platform;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time zones as they are kept with people. */
public final class Zones {

    private Zones() {}

    /** UTC for none, and for what this machine does not know: no page and no mail may fail for that. */
    public static ZoneId of(String kept) {
        try {
            return kept == null ? ZoneOffset.UTC : ZoneId.of(kept);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
