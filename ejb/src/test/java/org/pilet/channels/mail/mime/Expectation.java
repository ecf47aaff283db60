package org.pilet.channels.mail.mime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is expected of a mail of the corpus, as the file beside it says in lines of a key and a value. A hyphen stands for
 * nothing, {@code \n} for a line's end.
 */
public record Expectation(List<Line> lines) {

    /** One line. */
    public record Line(String key, String value) {}

    public static Expectation of(String name) {
        try {
            List<Line> lines = new ArrayList<>();
            for (String line : Files.readAllLines(Corpus.FOLDER.resolve(name + ".expected"))) {
                String[] pair = line.split(": ?", 2);
                String value = pair[1].equals("-") ? "" : pair[1].replace("\\n", "\n");
                lines.add(new Line(pair[0], value));
            }
            return new Expectation(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    public Optional<String> one(String key) {
        return all(key).stream().findFirst();
    }

    public List<String> all(String key) {
        return lines.stream()
                .filter(line -> line.key().equals(key))
                .map(Line::value)
                .toList();
    }
}
