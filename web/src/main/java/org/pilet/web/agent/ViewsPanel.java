package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.search.Count;
import org.pilet.search.SavedView;
import org.pilet.search.SavedViewDraft;
import org.pilet.search.SavedViews;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/** The views kept under names, beside the list; and the list in sight to be kept as one. */
@Named
@RequestScoped
public class ViewsPanel {

    private static final String ALL = "ALL";
    private static final String OWN = "PERSON";

    @EJB
    private SavedViews views;

    @EJB
    private Teams teams;

    @EJB
    private Access access;

    @Inject
    private ListAddress address;

    @Inject
    private WorkListPage list;

    @Inject
    private Viewer viewer;

    @Inject
    private PageTexts texts;

    @Inject
    private Toasts toasts;

    @Inject
    private HttpServletRequest request;

    private List<SavedView> kept;
    private Map<Long, Count> counts;
    private String name;
    private String scope = OWN;

    public List<SavedView> getKept() {
        if (kept == null) {
            kept = views.mine();
        }
        return kept;
    }

    /** How many tickets the view holds, in words. */
    public String count(SavedView view) {
        if (counts == null) {
            counts = views.counts(getKept());
        }
        Count count = counts.get(view.id());
        return texts.of(count.more() ? "number.more" : "number", count.number());
    }

    /** The whole list in an address, so that it can be passed on even to whom the view is not shown. */
    public String path(SavedView view) {
        return request.getContextPath() + "/agent/index.xhtml?" + parameters(view, view.id());
    }

    private static String parameters(SavedView view, long id) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("saved", id);
        parameters.put("view", view.view());
        parameters.put("q", view.text());
        parameters.put("sort", view.sort());
        parameters.put("group", view.group());
        parameters.put("columns", view.columns().isEmpty() ? null : String.join(",", view.columns()));
        return ListAddress.joined(parameters);
    }

    /** The page was opened by somebody, not asked for again by its own script: a kept view in sight was used. */
    public void opened() {
        if (address.getSaved() != null && !address.isAskedAgain()) {
            views.used(address.getSaved());
        }
    }

    /** The view in sight, where it is one that was kept. */
    public SavedView getCurrent() {
        return current().orElse(null);
    }

    private Optional<SavedView> current() {
        return getKept().stream()
                .filter(view -> address.getSaved() != null && view.id() == address.getSaved())
                .findFirst();
    }

    /** Keeps the list in sight as a new view, and goes there. */
    public String keep() {
        return save(null, name, scope, 0);
    }

    /** Keeps the list in sight in place of what the current view was. */
    public String change() {
        SavedView before = current().orElseThrow();
        String whose = before.personId() != null
                ? OWN
                : before.teamId() != null ? before.teamId().toString() : ALL;
        return save(before.id(), before.name(), whose, before.version());
    }

    private String save(Long id, String called, String whose, int version) {
        Long teamId = whose.matches("\\d+") ? Long.valueOf(whose) : null;
        long saved = views.save(new SavedViewDraft(
                id,
                called,
                teamId,
                whose.equals(OWN),
                address.getView(),
                address.wholeSearch(),
                address.getSort(),
                address.getGroup(),
                list.getColumns().stream().map(Enum::name).toList(),
                version));
        return "/agent/index.xhtml?faces-redirect=true&" + parameters(views.view(saved), saved);
    }

    public String remove() {
        views.remove(address.getSaved());
        toasts.say(texts.get("view.removed"));
        return "/agent/index.xhtml?faces-redirect=true&view=" + address.getView();
    }

    /** Teams that the caller may keep views for. */
    public List<TeamView> getTeams() {
        if (!viewer.isTeamLead() && !viewer.isAdministrator()) {
            return List.of();
        }
        Caller me = access.me();
        return teams.all().stream()
                .filter(team -> viewer.isAdministrator() || me.teamIds().contains(team.id()))
                .collect(Collectors.toList());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }
}
