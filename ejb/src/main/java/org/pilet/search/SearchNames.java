package org.pilet.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.Roles;

/** Searches as people read them: kept views name people, queues and the like by ids, since names change. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class SearchNames {

    private static final Pattern BY_ID = Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{Alpha}+):#(\\d{1,18})(?!\\d)");

    @Inject
    private SearchNameStore store;

    /** The search with the present names in the places of ids, such as {@code owner:"Mari Maasikas"}; null stays null. */
    public String words(String search) {
        if (search == null) {
            return null;
        }
        Map<String, String> known = new HashMap<>();
        return BY_ID.matcher(search)
                .replaceAll(found -> Matcher.quoteReplacement(known.computeIfAbsent(
                        found.group(), written -> named(found.group(1), Long.parseLong(found.group(2)))
                                .orElse(written))));
    }

    private Optional<String> named(String field, long id) {
        return SearchField.named(field)
                .flatMap(known -> store.name(known, id))
                .map(name -> field + ":\"" + name.replace("\"", "") + "\"");
    }
}
