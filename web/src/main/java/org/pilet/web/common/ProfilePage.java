package org.pilet.web.common;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.pilet.channels.mail.MailSignature;
import org.pilet.channels.mail.ReplyFrames;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.people.PersonalSettings;
import org.pilet.people.Profile;
import org.pilet.security.Accounts;

/** What people say about themselves: name, phone, language and zone. The page is in the new language at once. */
@Named
@RequestScoped
public class ProfilePage {

    /** The key of the hold time among personal settings. */
    public static final String HOLD = "composer.hold";

    @Inject
    private People people;

    @Inject
    private Accounts accounts;

    @Inject
    private PersonalSettings settings;

    @Inject
    private Viewer viewer;

    @Inject
    private ExternalContext external;

    @Inject
    private HttpServletRequest request;

    private String name;
    private String phone;
    private String language;
    private String zone;
    private Integer hold;
    private String signature;

    /** Whoever came by a link to one request has proven that address for that request only, and changes nothing else. */
    public void load() throws IOException {
        if (viewer.isLimited()) {
            external.redirect(external.getRequestContextPath() + Home.pathFor(request));
            return;
        }
        PersonView me = people.myself();
        name = me.name();
        phone = me.phone();
        language = me.language();
        zone = me.zone();
        hold = settings.get(HOLD).map(Integer::valueOf).orElse(null);
        signature = settings.get(ReplyFrames.OWN_SIGNATURE).orElse("");
    }

    public String save() {
        people.changeProfile(new Profile(name, phone, language, zone));
        if (viewer.isAgent() || viewer.isTeamLead()) {
            settings.put(HOLD, hold == null ? null : hold.toString());
            settings.put(ReplyFrames.OWN_SIGNATURE, new MailSignature(signature).lines());
        }
        viewer.refresh();
        external.getFlash().put("done", "profile");
        return "/profile.xhtml?faces-redirect=true";
    }

    /** Sends the link to choose a new password to the person's own address. */
    public String sendPasswordLink() {
        accounts.invite(viewer.getName(), viewer.getEmail(), viewer.getLang());
        external.getFlash().put("done", "passwordLink");
        return "/profile.xhtml?faces-redirect=true";
    }

    /** Zones by the name of a place, as profiles keep them. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC")
                        || id.matches(
                                "(Africa|America|Antarctica|Asia|Atlantic|Australia|" + "Europe|Indian|Pacific)/.+"))
                .sorted()
                .toList();
    }

    /** Seconds in which a reply can be taken back; null as everybody has it. */
    public Integer getHold() {
        return hold;
    }

    public void setHold(Integer hold) {
        this.hold = hold;
    }

    /** What stands below the person's own answers by mail. */
    public String getSignature() {
        return signature;
    }

    /** What the signature may name, as it is typed. */
    public String getSignaturePlaces() {
        return ReplyFrames.SIGNATURE_PLACES.stream()
                .map(place -> "{{" + place + "}}")
                .collect(Collectors.joining(" "));
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
