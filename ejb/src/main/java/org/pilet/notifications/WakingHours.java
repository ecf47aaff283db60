package org.pilet.notifications;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.pilet.platform.Zones;

/** When a mail may come to somebody: at once, or when the quiet ends that they asked for. */
@Dependent
class WakingHours {

    @Inject
    private NewsStore store;

    Instant of(long personId, Instant at) {
        NewsStore.Rest rest = store.rest(personId);
        return QuietHours.of(rest.quiet())
                .map(hours -> hours.after(at, Zones.of(rest.zone())))
                .orElse(at);
    }
}
