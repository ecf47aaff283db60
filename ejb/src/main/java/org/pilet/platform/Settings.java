package org.pilet.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Configuration. What administrators change at run time is a {@link Setting} in the database; addresses and secrets
 * come from the environment: key {@code pilet.base.url} is the system property of that name or, without it, the
 * environment variable {@code PILET_BASE_URL}.
 */
@ApplicationScoped
public class Settings {

    @Inject
    private SettingStore store;

    @Inject
    private Clock clock;

    /** The stored value or the setting's fallback. */
    public <T> T get(Setting<T> setting) {
        return store.find(setting.key()).map(setting.parser()).orElse(setting.fallback());
    }

    /** What is stored as it stands, where it is not what holds: out of range, or nonsense. */
    public Optional<String> mended(Setting<?> setting) {
        return store.find(setting.key())
                .filter(stored -> !stored.equals(String.valueOf(setting.parser().apply(stored))));
    }

    /** Stores a value; nonsense is refused with {@link InvalidInput} and nothing is changed. */
    public <T> void set(Setting<T> setting, String value, Long changedBy) {
        store.save(setting.key(), String.valueOf(parsed(setting, value)), clock.now(), changedBy);
    }

    private static <T> T parsed(Setting<T> setting, String value) {
        try {
            return setting.parser().apply(value);
        } catch (RuntimeException nonsense) {
            throw new InvalidInput(setting.key(), "malformed", value);
        }
    }

    /** A value from the environment, or the fallback. */
    public String environment(String key, String fallback) {
        String property = System.getProperty(key);
        if (property != null && !property.isBlank()) {
            return property;
        }
        String variable = System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_'));
        return variable == null || variable.isBlank() ? fallback : variable;
    }

    /** The time zone of the house, where no calendar, report or person says otherwise; without it the machine's. */
    public ZoneId zone() {
        return ZoneId.of(environment("pilet.zone", ZoneId.systemDefault().getId()));
    }

    /** The public address of this installation without a trailing slash, for links in mails. */
    public String baseUrl() {
        String url = environment("pilet.base.url", "http://localhost:8080");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
