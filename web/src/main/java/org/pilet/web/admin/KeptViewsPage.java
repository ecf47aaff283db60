package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.pilet.people.TeamView;
import org.pilet.people.Teams;
import org.pilet.search.KeptView;
import org.pilet.search.SavedView;
import org.pilet.search.SavedViewCare;
import org.pilet.search.SearchNames;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** All views kept under names, with their use; they can be renamed, given to others, and removed with a way back. */
@Named
@ViewScoped
public class KeptViewsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String EVERYBODY = "ALL";
    private static final String TEAM = "team:";
    private static final String PERSON = "person:";

    @EJB
    private SavedViewCare care;

    @EJB
    private SearchNames names;

    @EJB
    private Teams teams;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private List<KeptView> all = List.of();
    private KeptView chosen;
    private KeptView removed;
    private KeptView before;
    private String name;
    private String owner;

    /** Somebody who may have a view: how the form calls them, and their name. */
    public record Owner(String key, String name) implements Serializable {}

    public void load() {
        all = care.all();
    }

    public void choose(KeptView kept) {
        chosen = kept;
        name = kept.view().name();
        owner = key(kept.view());
    }

    /** Saves the chosen one's name and whose it is. */
    public void save() {
        long id = chosen.view().id();
        if (!name.equals(chosen.view().name())) {
            care.rename(id, name);
        }
        if (!owner.equals(key(chosen.view()))) {
            give(id, owner);
        }
        before = chosen;
        removed = null;
        forget();
        toasts.sayWithUndo(texts.get("saved"), "undoView");
    }

    public void remove(KeptView kept) {
        removed = care.remove(kept.view().id());
        before = null;
        forget();
        toasts.sayWithUndo(texts.get("view.removed"), "undoView");
    }

    /** Takes the last gesture back. */
    public void undo() {
        if (removed != null) {
            care.restore(removed);
        } else if (before != null) {
            care.rename(before.view().id(), before.view().name());
            give(before.view().id(), key(before.view()));
        }
        removed = null;
        before = null;
        forget();
        toasts.say(texts.get("ticket.undone"));
    }

    private void give(long id, String to) {
        care.give(
                id,
                to.startsWith(TEAM) ? Long.valueOf(to.substring(TEAM.length())) : null,
                to.startsWith(PERSON) ? Long.valueOf(to.substring(PERSON.length())) : null);
    }

    private static String key(SavedView view) {
        return view.personId() != null
                ? PERSON + view.personId()
                : view.teamId() != null ? TEAM + view.teamId() : EVERYBODY;
    }

    public void forget() {
        chosen = null;
        name = null;
        owner = null;
        load();
    }

    /** What it asks for, with people's names where it keeps their ids. */
    public String asks(KeptView kept) {
        return names.words(kept.view().text());
    }

    /** Whose a view is, in words. */
    public String whose(KeptView kept) {
        return kept.personName() != null
                ? kept.personName()
                : kept.view().teamName() != null ? kept.view().teamName() : texts.get("canned.scope.ALL");
    }

    public List<Owner> getOwners() {
        List<Owner> owners = new ArrayList<>(List.of(new Owner(EVERYBODY, texts.get("canned.scope.ALL"))));
        for (TeamView team : teams.all()) {
            owners.add(new Owner(TEAM + team.id(), team.name()));
        }
        care.possibleOwners().forEach(person -> owners.add(new Owner(PERSON + person.personId(), person.name())));
        return owners;
    }

    public List<KeptView> getAll() {
        return all;
    }

    public KeptView getChosen() {
        return chosen;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name == null ? "" : name;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }
}
