package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.pilet.automation.routing.Duties;
import org.pilet.automation.routing.Duty;
import org.pilet.automation.routing.DutyPlan;
import org.pilet.automation.routing.RoutingSettings;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.platform.InvalidInput;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/** The call-duty rota, and turns to be added to it. */
@Named
@ViewScoped
public class DutyPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Duties duties;

    @EJB
    private RoutingSettings settings;

    @EJB
    private Teams teams;

    @Inject
    private Viewer viewer;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    private List<Duty> rows = List.of();
    private List<SelectItem> people = List.of();
    private final List<Turn> turns = new ArrayList<>(List.of(new Turn(), new Turn()));
    private Long teamId;
    private LocalDateTime from;
    private int days = 7;
    private int rounds = 4;

    /** Whose turn comes at this place. */
    public static class Turn implements Serializable {

        private static final long serialVersionUID = 1L;

        private Long personId;

        public Long getPersonId() {
            return personId;
        }

        public void setPersonId(Long personId) {
            this.personId = personId;
        }
    }

    public void load() {
        rows = duties.ahead();
        people = settings.colleagues().entrySet().stream()
                .map(each -> new SelectItem(each.getKey(), each.getValue()))
                .toList();
    }

    /** One more person to choose. */
    public void more() {
        turns.add(new Turn());
    }

    public void plan() {
        if (teamId == null) {
            throw new InvalidInput("team", "required");
        }
        List<Long> order =
                turns.stream().map(Turn::getPersonId).filter(Objects::nonNull).toList();
        duties.plan(new DutyPlan(teamId, order, from, viewer.getZone(), days, rounds));
        toasts.say(texts.get("duty.planned"));
        load();
    }

    public void remove(Duty duty) {
        duties.remove(duty.id());
        load();
    }

    public List<Duty> getRows() {
        return rows;
    }

    public List<SelectItem> getPeople() {
        return people;
    }

    public List<TeamView> getTeams() {
        return teams.all();
    }

    public List<Turn> getTurns() {
        return turns;
    }

    public Long getTeamId() {
        return teamId;
    }

    public void setTeamId(Long teamId) {
        this.teamId = teamId;
    }

    public LocalDateTime getFrom() {
        return from;
    }

    public void setFrom(LocalDateTime from) {
        this.from = from;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public int getRounds() {
        return rounds;
    }

    public void setRounds(int rounds) {
        this.rounds = rounds;
    }
}
