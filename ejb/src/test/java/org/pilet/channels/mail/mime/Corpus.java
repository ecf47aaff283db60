package org.pilet.channels.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The mails under test, one file for each trap; many have beside them what is expected. */
public final class Corpus {

    static final Path FOLDER = Path.of("src/test/resources/org/pilet/channels/mail/corpus");

    private Corpus() {}

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".eml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ParsedMail mail(String name) {
        return MailParser.parse(new ByteArrayInputStream(bytes(name)));
    }

    public static InputStream stream(String name) {
        return new ByteArrayInputStream(bytes(name));
    }

    public static List<String> names() {
        return names(".eml");
    }

    /** The mails of which is said what is expected. */
    public static List<String> expected() {
        return names(".expected");
    }

    private static List<String> names(String ending) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
