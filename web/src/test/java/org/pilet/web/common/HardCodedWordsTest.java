package org.pilet.web.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever people read on a page comes from the bundles: nothing that stands in a page itself is a word. */
class HardCodedWordsTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile("<(code|kbd|style)\\b[^>]*>.*?</\\1>", Pattern.DOTALL);
    private static final Pattern EXPRESSION = Pattern.compile("#\\{[^}]*}|\\{\\{[^}]*}}");
    private static final Pattern TEXT = Pattern.compile(">([^<]*)<");
    private static final Pattern READ_ALOUD = Pattern.compile(
            "\\s(?:title|alt|placeholder|aria-label|pt:aria-label|pt:placeholder|pt:title|value)=\"([^\"]*)\"");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** The product's own name, and what is the same in every language: keys, formats, tags of languages. */
    private static final Set<String> NO_WORDS = Set.of(
            "Pilet", "Cc", "amp", "nbsp", "gt", "lt", "Ctrl", "Enter", "Esc", "CSV", "XLSX", "PDF", "ZIP", "SHA",
            "POST", "https", "et", "ru");

    /** Values that are sent, not read. */
    private static final Pattern SENT = Pattern.compile("[A-Z_]+|[a-z-]*");

    @Test
    void no_page_holds_words_of_its_own() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(PAGES)) {
            files.filter(file -> file.toString().endsWith(".xhtml")).sorted().forEach(file -> look(file, found));
        }
        assertThat(found).isEmpty();
    }

    private static void look(Path file, List<String> found) {
        String page = read(file);
        page = COMMENT.matcher(page).replaceAll("");
        page = CODE.matcher(page).replaceAll("");
        page = EXPRESSION.matcher(page).replaceAll("");
        for (Matcher text = TEXT.matcher(page); text.find(); ) {
            note(file, text.group(1), found);
        }
        for (Matcher text = READ_ALOUD.matcher(page); text.find(); ) {
            if (!SENT.matcher(text.group(1).strip()).matches()) {
                note(file, text.group(1), found);
            }
        }
    }

    private static void note(Path file, String text, List<String> found) {
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            if (!NO_WORDS.contains(word.group())) {
                found.add(PAGES.relativize(file) + ": " + text.strip());
                return;
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
