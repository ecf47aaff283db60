package org.pilet.web.agent;

import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.assets.AssetDraft;
import org.pilet.assets.AssetKind;
import org.pilet.assets.AssetTicket;
import org.pilet.assets.AssetView;
import org.pilet.assets.Assets;
import org.pilet.conversation.Drafts;
import org.pilet.people.OrganisationView;
import org.pilet.people.Organisations;
import org.pilet.people.PersonView;
import org.pilet.platform.InvalidInput;
import org.pilet.web.common.PageTexts;

/** One thing that tickets are about: what it is, whose it is, and its tickets. */
@Named
@ViewScoped
public class AssetPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private Assets assets;

    @EJB
    private Organisations organisations;

    @EJB
    private Drafts drafts;

    @Inject
    private Requester requester;

    @Inject
    private Undos undos;

    @Inject
    private PageTexts texts;

    private Long id;
    private AssetView asset;
    private List<AssetTicket> tickets = List.of();
    private String name;
    private AssetKind kind = AssetKind.DEVICE;
    private String identifier;
    private Long organisationId;
    private String person;
    private String note;
    private boolean retired;

    public void load() {
        if (id == null) {
            return;
        }
        asset = assets.view(id);
        tickets = assets.tickets(id);
        name = asset.name();
        kind = asset.kind();
        identifier = asset.identifier();
        organisationId = asset.organisationId();
        person = asset.personEmail() == null ? asset.personName() : asset.personEmail();
        note = asset.note();
        retired = asset.retired();
    }

    /** Saves it, and goes to its page where it is new. */
    public String save() {
        AssetView before = asset;
        long saved = assets.save(new AssetDraft(
                id,
                name,
                kind,
                identifier,
                organisationId,
                personId(),
                note,
                retired,
                before == null ? 0 : before.version()));
        drafts.discard(getPlace());
        String words = texts.of("assets.saved", name.strip());
        if (before == null) {
            undos.offer(words, doors -> {
                AssetDraft made = AssetDraft.of(doors.assets().view(saved));
                doors.assets().save(made.asRetired());
            });
        } else {
            AssetDraft was = AssetDraft.of(before).atVersion(before.version() + 1);
            undos.offer(words, doors -> doors.assets().save(was));
        }
        if (before == null) {
            return "/agent/asset.xhtml?faces-redirect=true&saved=true&id=" + saved;
        }
        load();
        return null;
    }

    /** Where what is typed is kept until it is saved. */
    public String getPlace() {
        return "form/asset/" + (id == null ? "new" : id);
    }

    private Long personId() {
        if (person == null || person.isBlank()) {
            return null;
        }
        boolean same = asset != null
                && (person.strip().equals(asset.personEmail()) || person.strip().equals(asset.personName()));
        return same
                ? asset.personId()
                : requester
                        .known(person)
                        .map(PersonView::id)
                        .orElseThrow(() -> new InvalidInput("person", "unknown", person.strip()));
    }

    /** Takes the last gesture back. */
    public void undoLast() {
        try {
            undos.takeBack();
        } finally {
            load();
        }
    }

    public AssetKind[] getKinds() {
        return AssetKind.values();
    }

    public List<OrganisationView> getOrganisations() {
        return organisations.all();
    }

    public List<AssetTicket> getTickets() {
        return tickets;
    }

    /** Null while it is new. */
    public AssetView getAsset() {
        return asset;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public AssetKind getKind() {
        return kind;
    }

    public void setKind(AssetKind kind) {
        this.kind = kind;
    }

    public String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(String identifier) {
        this.identifier = identifier;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public void setOrganisationId(Long organisationId) {
        this.organisationId = organisationId;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public boolean isRetired() {
        return retired;
    }

    public void setRetired(boolean retired) {
        this.retired = retired;
    }
}
