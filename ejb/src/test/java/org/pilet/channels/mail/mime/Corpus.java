package org.pilet.channels.mail.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The mails under test, one file for each trap. */
public final class Corpus {

    private static final Path FOLDER = Path.of("src/test/resources/org/pilet/channels/mail/corpus");

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
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".eml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
