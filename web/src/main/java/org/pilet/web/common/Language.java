package org.pilet.web.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages that the pages speak. A new one needs a constant here and its bundles; the texts test does the rest. */
public enum Language {
    EN("en", "English"),
    ET("et", "Eesti"),
    HU("hu", "Magyar"),
    RO("ro", "Română"),
    RU("ru", "Русский"),
    FA("fa", "فارسی");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The language tag as HTML and profiles carry it. */
    public String tag() {
        return tag;
    }

    /** The language's name in itself, for the menu. */
    public String getOwnName() {
        return ownName;
    }

    public String getTag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public String direction() {
        return this == FA ? "rtl" : "ltr";
    }

    public static Optional<Language> ofTag(String tag) {
        return List.of(values()).stream().filter(l -> l.tag.equals(tag)).findFirst();
    }

    /** The first language of the browser's list that we speak, else English. */
    public static Language preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .map(locale -> ofTag(locale.getLanguage()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(EN);
    }
}
