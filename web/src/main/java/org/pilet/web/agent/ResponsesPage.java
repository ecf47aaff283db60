package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pilet.conversation.CannedDraft;
import org.pilet.conversation.CannedResponseView;
import org.pilet.conversation.CannedResponses;
import org.pilet.conversation.Drafts;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.platform.NotFound;
import org.pilet.security.Access;
import org.pilet.security.Caller;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;
import org.pilet.web.common.Viewer;

/** The catalogue of ready-made words, and one of them to be changed, a language at a time. */
@Named
@ViewScoped
public class ResponsesPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private CannedResponses responses;

    @EJB
    private Teams teams;

    @EJB
    private Access access;

    @EJB
    private Drafts drafts;

    @Inject
    private Toasts toasts;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    @Inject
    private Viewer viewer;

    private Long id;
    private boolean fresh;
    private String q;
    private String language;
    private CannedResponseView chosen;
    private List<CannedResponseView> all = List.of();
    private String shortcut;
    private String title;
    private String folder;
    private String scope = "PERSON";
    private Long teamId;
    private String html;

    public void load() {
        all = viewer.isAdministrator() ? adminsList() : responses.catalogue();
        if (language == null) {
            language = viewer.getLang();
        }
        if (id != null) {
            chosen = all.stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow(() -> new NotFound("response", id));
            fill();
        }
    }

    private List<CannedResponseView> adminsList() {
        List<CannedResponseView> shared = new java.util.ArrayList<>(responses.shared());
        responses.catalogue().stream().filter(each -> each.personId() != null).forEach(shared::add);
        return shared;
    }

    private void fill() {
        shortcut = chosen.shortcut();
        title = chosen.title();
        folder = chosen.folder();
        scope = chosen.scope();
        teamId = chosen.teamId();
        html = chosen.texts().get(language);
    }

    /** Saves this language's text; the other languages keep theirs. */
    public String save() {
        Map<String, String> words = new HashMap<>(chosen == null ? Map.of() : chosen.texts());
        words.put(language, html == null ? "" : html);
        long saved = responses.save(new CannedDraft(
                id,
                shortcut,
                title,
                folder,
                "TEAM".equals(scope) ? teamId : null,
                "PERSON".equals(scope),
                words,
                chosen == null ? 0 : chosen.version()));
        drafts.discard(getPlace());
        return "/agent/responses.xhtml?faces-redirect=true&saved=true&id=" + saved + "&language=" + language;
    }

    public String remove() {
        CannedResponseView gone = responses.remove(id);
        undos.offer(texts.get("canned.removed"), doors -> doors.responses().restore(gone));
        return "/agent/responses.xhtml?faces-redirect=true&removed=true";
    }

    /** Takes the last gesture back. */
    public String undoLast() {
        undos.takeBack();
        return "/agent/responses.xhtml?faces-redirect=true";
    }

    /** Where what is typed is kept until it is saved. */
    public String getPlace() {
        return "form/response/" + (id == null ? "new" : id) + "/" + language;
    }

    /** Whether the caller may change the chosen one; the door decides again. */
    public boolean isChangeable() {
        if (chosen == null) {
            return true;
        }
        boolean leads = chosen.teamId() != null && viewer.isTeamLead();
        return chosen.personId() != null || leads || viewer.isAdministrator();
    }

    /** For whom a new one may be. */
    public List<String> getScopes() {
        return viewer.isAdministrator()
                ? List.of("PERSON", "TEAM", "ALL")
                : viewer.isTeamLead() ? List.of("PERSON", "TEAM") : List.of("PERSON");
    }

    public List<TeamView> getTeams() {
        Caller me = access.me();
        return teams.all().stream()
                .filter(team -> viewer.isAdministrator() || me.teamIds().contains(team.id()))
                .toList();
    }

    public boolean isEditing() {
        return fresh || chosen != null;
    }

    public boolean hasText(CannedResponseView response, String tag) {
        return response.texts().containsKey(tag);
    }

    /** Those that are looked for, or all. */
    public List<CannedResponseView> getAll() {
        CatalogueSearch wanted = new CatalogueSearch(q);
        return all.stream().filter(wanted::finds).toList();
    }

    public boolean isSearchable() {
        return !all.isEmpty();
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public CannedResponseView getChosen() {
        return chosen;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public boolean isFresh() {
        return fresh;
    }

    public void setFresh(boolean fresh) {
        this.fresh = fresh;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getShortcut() {
        return shortcut;
    }

    public void setShortcut(String shortcut) {
        this.shortcut = shortcut;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(String folder) {
        this.folder = folder;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public Long getTeamId() {
        return teamId;
    }

    public void setTeamId(Long teamId) {
        this.teamId = teamId;
    }

    public String getHtml() {
        return html;
    }

    public void setHtml(String html) {
        this.html = html;
    }
}
