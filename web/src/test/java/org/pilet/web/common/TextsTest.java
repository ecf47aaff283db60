package org.pilet.web.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern REFUSAL = Pattern.compile("\"(refusal\\.[A-Za-z.]*[A-Za-z])\"");
    private static final Pattern INPUT = Pattern.compile("InvalidInput\\(\\s*[^,]+,\\s*\"([A-Za-z]+)\"");
    private static final Pattern PAGE_KEY =
            Pattern.compile("text(?:\\['|\\.of\\('|\\.get\\(')([A-Za-z0-9_.-]+)'[\\],)]");

    static Stream<String> bundles() {
        return Texts.BUNDLES.stream();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_has_the_same_keys(String bundle) {
        Set<String> keys = read(bundle, Language.EN).stringPropertyNames();
        for (Language language : Language.values()) {
            assertThat(read(bundle, language).stringPropertyNames())
                    .as("%s in %s", bundle, language)
                    .containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_fills_the_same_placeholders(String bundle) {
        Properties english = read(bundle, Language.EN);
        for (Language language : Language.values()) {
            Properties texts = read(bundle, language);
            english.stringPropertyNames().forEach(key -> assertThat(placeholders(texts.getProperty(key)))
                    .as("%s: %s in %s", bundle, key, language)
                    .isEqualTo(placeholders(english.getProperty(key))));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_can_be_formatted_and_has_words(String bundle) {
        for (Language language : Language.values()) {
            Properties texts = read(bundle, language);
            texts.stringPropertyNames().forEach(key -> {
                String text = texts.getProperty(key);
                assertThat(text).as("%s in %s", key, language).isNotBlank().doesNotContain("'");
                if (!placeholders(text).isEmpty()) {
                    new MessageFormat(text, language.locale()).format(new Object[] {1, 2, 3, 4});
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_key_stands_in_two_bundles(Language language) {
        Map<String, String> owner = new HashMap<>();
        for (String bundle : Texts.BUNDLES) {
            read(bundle, language).stringPropertyNames().forEach(key -> assertThat(owner.put(key, bundle))
                    .as("%s is in %s and also", key, bundle)
                    .isNull());
        }
    }

    @Test
    void every_refusal_says_something() {
        Set<String> wanted = new TreeSet<>();
        sources("../ejb/src/main/java", ".java").forEach(source -> {
            collect(REFUSAL, source, "", wanted);
            collect(INPUT, source, "refusal.input.", wanted);
        });
        assertThat(keys()).containsAll(wanted);
    }

    @Test
    void every_key_that_a_page_names_exists() {
        Set<String> wanted = new TreeSet<>();
        sources("src/main/webapp", ".xhtml").forEach(page -> collect(PAGE_KEY, page, "", wanted));
        wanted.removeIf(key -> key.endsWith(".")); // completed at run time
        assertThat(keys()).containsAll(wanted);
    }

    private static Set<String> keys() {
        return Texts.BUNDLES.stream()
                .flatMap(bundle -> read(bundle, Language.EN).stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static void collect(Pattern pattern, String source, String prefix, Set<String> into) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            into.add(prefix + matcher.group(1));
        }
    }

    private static Stream<String> sources(String root, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(root))) {
            return files.filter(file -> file.toString().endsWith(ending)).map(TextsTest::content).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        collect(PLACEHOLDER, text, "", found);
        return found;
    }

    private static Properties read(String bundle, Language language) {
        String file = "/org/pilet/web/texts/" + bundle + "_" + language.tag() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
