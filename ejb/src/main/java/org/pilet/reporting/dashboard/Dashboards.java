package org.pilet.reporting.dashboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pilet.people.PersonalSettings;
import org.pilet.people.Teams;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.security.Forbidden;
import org.pilet.security.Permission;

/** How dashboards are arranged: each agent's own, and presets that leads and administrators make for teams. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class Dashboards {

    private static final String OWN = "dashboard";
    private static final String BEFORE = "dashboard.before";
    private static final String NONE = "preset"; // nothing of one's own: what undoing brings back may be that

    @EJB
    private Access access;

    @EJB
    private PersonalSettings settings;

    @EJB
    private Teams teams;

    @Inject
    private DashboardStore store;

    @Inject
    private Clock clock;

    /** The caller's: their own arrangement, else their team's preset, else the house's. */
    public Dashboard mine() {
        Optional<String> own = settings.get(OWN);
        if (own.isPresent()) {
            return new Dashboard(Arrangement.read(own.get()), true, null);
        }
        return store.preset(access.me().teamIds())
                .map(preset -> new Dashboard(Arrangement.read(preset.tiles()), false, preset.teamName()))
                .orElseGet(() -> new Dashboard(Arrangement.OF_THE_HOUSE, false, null));
    }

    /** Arranges the caller's own; null gives it up for the preset. Refused with {@link InvalidInput}. */
    public void arrange(Arrangement wanted) {
        settings.put(BEFORE, settings.get(OWN).orElse(NONE));
        settings.put(OWN, wanted == null ? null : wanted.text());
    }

    /** Takes the caller's last change back; once more, and it is made again. */
    public void undo() {
        settings.get(BEFORE).ifPresent(before -> arrange(before.equals(NONE) ? null : Arrangement.read(before)));
    }

    /** What a team has; empty when it has no preset. Refused with {@link NotFound}. */
    public Optional<Arrangement> preset(long teamId) {
        teams.view(teamId);
        return store.preset(List.of(teamId)).map(preset -> Arrangement.read(preset.tiles()));
    }

    /**
     * Gives a team a preset, or with null takes it away. Agents who have arranged their own keep it. Refused with {@link
     * NotFound}, or with {@link Forbidden} unless the caller leads the team or is an administrator.
     */
    @RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
    public void savePreset(long teamId, Arrangement wanted) {
        Caller me = access.me();
        String name = teams.view(teamId).name();
        if (!me.roles().contains(Roles.ADMINISTRATOR) && !me.teamIds().contains(teamId)) {
            throw new Forbidden(Permission.WORK, name);
        }
        if (wanted == null) {
            store.removePreset(teamId);
        } else {
            store.savePreset(teamId, wanted.text(), me.personId(), clock.now());
        }
    }
}
