package org.pilet.web.common;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.Principal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pilet.people.People;
import org.pilet.people.PersonView;
import org.pilet.people.PersonalSettings;
import org.pilet.platform.Roles;
import org.pilet.platform.Zones;

/**
 * Who looks at the page, and how they want to see it. Language and zone come from the profile, for strangers from the
 * browser; the theme belongs to the device and lives in a cookie.
 */
@Named
@SessionScoped
public class Viewer implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Cookie with the language that a stranger chose. */
    static final String LANGUAGE_COOKIE = "pilet.language";

    /** Cookie with the theme: light or dark; without it the device's own choice holds. */
    static final String THEME_COOKIE = "pilet.theme";

    /** The setting with the keys that somebody has changed for themselves: JSON, the usual key to their own. */
    static final String KEYS = "keys";

    @Inject
    private HttpServletRequest request;

    @EJB
    private PersonalSettings settings;

    @Inject
    private People people;

    @Inject
    private Initials initials;

    private PersonView person;
    private String personOf;
    private Language language;
    private ZoneId zone;
    private String keys;

    public boolean isSignedIn() {
        return request.getUserPrincipal() != null;
    }

    /** The signed-in person's id, or null for a stranger. */
    public Long getPersonId() {
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : Long.valueOf(principal.getName().split("#")[0]); // "person#ticket" by link
    }

    /** Whether they came by a link in a mail, which opens one request and nothing else. */
    public boolean isLimited() {
        return getOnlyTicketId() != null;
    }

    /** The one ticket that a link has opened, or null. */
    public Long getOnlyTicketId() {
        Principal principal = request.getUserPrincipal();
        int limit = principal == null ? -1 : principal.getName().indexOf('#');
        return limit < 0 ? null : Long.valueOf(principal.getName().substring(limit + 1));
    }

    public String getName() {
        return person().map(PersonView::name).orElse("");
    }

    public String getEmail() {
        return person().map(PersonView::email).orElse("");
    }

    /** The first letters of the first and last word of the name. */
    public String getInitials() {
        return initials.of(getName());
    }

    public boolean isAgent() {
        return request.isUserInRole(Roles.AGENT);
    }

    public boolean isTeamLead() {
        return request.isUserInRole(Roles.TEAM_LEAD);
    }

    public boolean isCustomer() {
        return request.isUserInRole(Roles.CUSTOMER);
    }

    public boolean isBatchOperator() {
        return request.isUserInRole(Roles.BATCH_OPERATOR);
    }

    public boolean isAdministrator() {
        return request.isUserInRole(Roles.ADMINISTRATOR);
    }

    public Language getLanguage() {
        return person().isPresent() && language != null
                ? language
                : cookie(LANGUAGE_COOKIE).flatMap(Language::ofTag).orElseGet(() -> Language.preferred(request));
    }

    public Locale getLocale() {
        return getLanguage().locale();
    }

    /** The language tag for {@code lang}. */
    public String getLang() {
        return getLanguage().tag();
    }

    public String getDirection() {
        return getLanguage().direction();
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public ZoneId getZone() {
        return person().isPresent() ? zone : ZoneOffset.UTC;
    }

    /** light, dark, or auto for the device's own choice. */
    public String getTheme() {
        return cookie(THEME_COOKIE)
                .filter(theme -> theme.equals("light") || theme.equals("dark"))
                .orElse("auto");
    }

    /** This page's address as the person sees it, to come back to after a change of language or theme. */
    public String getHere() {
        String query = request.getQueryString();
        return query == null ? Paths.of(request) : Paths.of(request) + "?" + query;
    }

    /** Their own keys, read once a session; an empty object when all are as usual. */
    public String getKeys() {
        if (keys == null) {
            keys = isSignedIn() && !isLimited() ? settings.get(KEYS).orElse("{}") : "{}";
        }
        return keys;
    }

    /** Forgets the profile, so that the next page shows what was changed in it. */
    public void refresh() {
        person = null;
        keys = null;
    }

    /** Read once a session and asked for hundreds of times a page, with all that follows from it. */
    private Optional<PersonView> person() {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return Optional.empty();
        }
        PersonView known = person;
        if (known == null || !principal.getName().equals(personOf)) {
            known = people.myself();
            language = Language.ofTag(known.language()).orElse(null);
            zone = Zones.of(known.zone());
            personOf = principal.getName();
            person = known; // the last: another request of the session may look at the same moment
        }
        return Optional.of(known);
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
