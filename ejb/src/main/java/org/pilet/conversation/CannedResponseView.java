package org.pilet.conversation;

import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Ready-made words.
 *
 * @param shortcut what is typed to insert them
 * @param folder where the catalogue shows them, or null
 * @param teamId the team that alone has them, or null
 * @param personId the person who alone has them, or null
 * @param texts HTML by language tag; at least one
 */
public record CannedResponseView(
        long id,
        String shortcut,
        String title,
        String folder,
        Long teamId,
        String teamName,
        Long personId,
        long uses,
        int version,
        Map<String, String> texts)
        implements Serializable {

    public CannedResponseView {
        texts = Map.copyOf(texts);
    }

    /** PERSON, TEAM or ALL. */
    public String scope() {
        return personId != null ? "PERSON" : teamId != null ? "TEAM" : "ALL";
    }

    /** In this language, whatever its region, else in English, else in whatever there is. */
    public String textIn(String language) {
        return Stream.of(language, Locale.forLanguageTag(language).getLanguage(), "en")
                .filter(texts::containsKey)
                .findFirst()
                .map(texts::get)
                .orElseGet(() -> texts.values().iterator().next());
    }
}
