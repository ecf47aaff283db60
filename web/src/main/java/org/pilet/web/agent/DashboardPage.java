package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.reporting.dashboard.Arrangement;
import org.pilet.reporting.dashboard.Dashboard;
import org.pilet.reporting.dashboard.Dashboards;
import org.pilet.reporting.dashboard.Tile;
import org.pilet.reporting.dashboard.Widget;
import org.pilet.search.SavedView;
import org.pilet.search.SavedViews;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/** Where the tiles of the reader's dashboard stand, and the gestures that arrange them; each can be undone. */
@Named
@RequestScoped
public class DashboardPage {

    @EJB
    private Dashboards dashboards;

    @EJB
    private SavedViews views;

    @EJB
    private Teams teams;

    @EJB
    private Access access;

    @Inject
    private Viewer viewer;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private Dashboard dashboard;
    private List<SavedView> kept;
    private boolean arranging;
    private Long teamId;

    /** What can be done to a tile. */
    public enum Gesture {
        EARLIER,
        LATER,
        RESIZE,
        REMOVE,
        ADD,
        PLACE
    }

    /** Something that can be put on the dashboard: a tile's key and its name. */
    public record Choice(String key, String name) {}

    /** One gesture on a tile; {@code where} is the tile whose place it takes, for {@link Gesture#PLACE}. */
    public void arrange(String gesture, String key, String where) {
        Arrangement before = getDashboard().arrangement();
        Arrangement after =
                switch (Gesture.valueOf(gesture)) {
                    case EARLIER -> before.moved(key, -1);
                    case LATER -> before.moved(key, 1);
                    case RESIZE -> before.resized(key);
                    case REMOVE -> before.without(key);
                    case ADD -> before.with(Tile.of(key));
                    case PLACE -> before.placed(key, where);
                };
        if (!after.equals(before)) {
            dashboards.arrange(after);
            toasts.sayWithUndo(texts.get("dashboard.arranged"), "undoArrangement");
        }
        again();
    }

    /** Gives up what the reader has arranged. */
    public void reset() {
        dashboards.arrange(null);
        toasts.sayWithUndo(texts.get("dashboard.wasReset"), "undoArrangement");
        again();
    }

    public void undo() {
        dashboards.undo();
        toasts.say(texts.get("dashboard.undone"));
        again();
    }

    /** Makes what is in sight the preset of the chosen team. */
    public void savePreset() {
        dashboards.savePreset(teamId, getDashboard().arrangement());
        toasts.say(texts.of("dashboard.presetSaved", teams.view(teamId).name()));
        arranging = true;
    }

    public void removePreset() {
        dashboards.savePreset(teamId, null);
        toasts.say(texts.of("dashboard.presetRemoved", teams.view(teamId).name()));
        again();
    }

    private void again() {
        dashboard = null;
        arranging = true;
    }

    public Dashboard getDashboard() {
        if (dashboard == null) {
            dashboard = dashboards.mine();
        }
        return dashboard;
    }

    /** Without kept views that are gone, or that the reader may no longer use. */
    public List<Tile> getTiles() {
        return getDashboard().arrangement().tiles().stream()
                .filter(tile -> tile.view() == null || view(tile) != null)
                .toList();
    }

    /** The kept view that the tile shows, or null. */
    public SavedView view(Tile tile) {
        if (kept == null) {
            kept = views.mine();
        }
        return kept.stream()
                .filter(view -> tile.view() != null && view.id() == tile.view())
                .findFirst()
                .orElse(null);
    }

    public String name(Tile tile) {
        return tile.view() == null ? texts.the(tile.widget()) : view(tile).name();
    }

    /** The element that shows the tile. */
    public String id(Tile tile) {
        return "tile-" + tile.key().replace('/', '-');
    }

    /** What is not on the dashboard yet. */
    public List<Choice> getChoices() {
        view(Tile.of(Widget.VIEWS));
        List<String> there = getTiles().stream().map(Tile::key).toList();
        return Stream.concat(
                        Arrays.stream(Widget.values())
                                .filter(widget -> widget != Widget.KEPT_VIEW)
                                .map(Tile::of),
                        kept.stream().map(view -> new Tile(Widget.KEPT_VIEW, view.id(), false)))
                .filter(tile -> !there.contains(tile.key()))
                .map(tile -> new Choice(tile.key(), name(tile)))
                .toList();
    }

    /** Whose arrangement it is, in words. */
    public String getOrigin() {
        Dashboard shown = getDashboard();
        return shown.own()
                ? texts.get("dashboard.own")
                : shown.teamName() == null
                        ? texts.get("dashboard.house")
                        : texts.of("dashboard.team", shown.teamName());
    }

    /** Teams that the reader may make presets for. */
    public List<TeamView> getTeams() {
        if (!viewer.isTeamLead() && !viewer.isAdministrator()) {
            return List.of();
        }
        Caller me = access.me();
        return teams.all().stream()
                .filter(team -> viewer.isAdministrator() || me.teamIds().contains(team.id()))
                .toList();
    }

    public boolean isArranging() {
        return arranging;
    }

    public void setArranging(boolean arranging) {
        this.arranging = arranging;
    }

    public Long getTeamId() {
        return teamId;
    }

    public void setTeamId(Long teamId) {
        this.teamId = teamId;
    }
}
