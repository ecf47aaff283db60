package org.pilet.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sentences of one language; each key has variants {@code .1}, {@code .2} and so on, which mean about the same. */
final class Phrases {

    static final List<String> LANGUAGES = List.of("en", "et", "ro", "hu", "ru", "fa");

    private static final Map<String, Phrases> BY_LANGUAGE =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Phrases::read));

    private final Properties texts;

    private Phrases(Properties texts) {
        this.texts = texts;
    }

    static Phrases in(String language) {
        return BY_LANGUAGE.getOrDefault(language, BY_LANGUAGE.get("en"));
    }

    int variants(String key) {
        return (int) IntStream.iterate(1, i -> i + 1)
                .takeWhile(i -> texts.containsKey(key + "." + i))
                .count();
    }

    /** One variant with its placeholders filled in. */
    String say(String key, int variant, Map<String, String> values) {
        String text = texts.getProperty(key + "." + variant);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    Properties texts() {
        return texts;
    }

    private static Phrases read(String language) {
        String file = "phrases_" + language + ".properties";
        try (Reader reader = new InputStreamReader(Phrases.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return new Phrases(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
