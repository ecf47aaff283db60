package org.pilet.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.platform.Settings;

/** When the house is open. Deadlines and business times are counted by these. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR, Roles.SYSTEM})
public class BusinessCalendars {

    @Inject
    private CalendarStore store;

    @Inject
    private Rulebooks rulebooks;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** All calendars by name. */
    public List<CalendarView> all() {
        return store.all();
    }

    /** Refused with {@link NotFound}. */
    public CalendarView view(long id) {
        return store.all().stream()
                .filter(calendar -> calendar.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("calendar", id));
    }

    /** Refused with {@link InvalidInput}, and with {@link CalendarNeverOpens}. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public CalendarView add(CalendarDraft draft) {
        requireSound(0, draft);
        return view(store.add(draft));
    }

    /**
     * Replaces what the calendar says. Running clocks are counted by it from their next change on, or when the job
     * {@code sla-recount} has run; {@link SlaImpacts} tells beforehand which. Refused as {@link #add}, and with
     * {@link ChangedMeanwhile}.
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
    public CalendarView replace(long id, int version, CalendarDraft draft) {
        view(id);
        requireSound(id, draft);
        if (!store.replace(id, version, draft)) {
            throw new ChangedMeanwhile("calendar", draft.name());
        }
        return view(id);
    }

    /**
     * Day by day what the calendar would say of a year, to look at before it is kept. Refused with {@link InvalidInput}.
     *
     * @param draft need not be able to open at all
     */
    public List<CalendarDay> year(CalendarDraft draft, int year) {
        return draft.days(settings.zone(), year);
    }

    /** How long this calendar is open from one instant to another. Refused with {@link NotFound}. */
    public Duration openTime(long id, Instant from, Instant to) {
        return rulebooks.current().calendar(id).measure(from, to);
    }

    /** For those who measure much: the calendar is looked up once. Refused with {@link NotFound}. */
    public OpenHours hours(long id) {
        return rulebooks.current().calendar(id)::measure;
    }

    private void requireSound(long id, CalendarDraft draft) {
        if (draft.name() == null || draft.name().isBlank()) {
            throw new InvalidInput("name", "required");
        }
        if (store.nameTaken(draft.name(), id)) {
            throw new InvalidInput("name", "taken", draft.name());
        }
        // a calendar file may bring zones of its own, with a tilde in their names; they end with the process
        boolean unknown = draft.zone() != null
                && (draft.zone().contains("~") || !ZoneId.getAvailableZoneIds().contains(draft.zone()));
        if (unknown) {
            throw new InvalidInput("zone", "unknown", draft.zone());
        }
        draft.calendar(settings.zone()).nextOpening(clock.now());
    }
}
