package org.pilet.web.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pilet.channels.mail.MailTrouble;

/** Every reason that the mail room gives has its words, in every language (that the languages agree is tested apart). */
class ReasonsTest {

    private static final Pattern GIVEN =
            Pattern.compile("Why\\.of\\(\\s*\"([a-zA-Z.]+)\"|\"(match\\.\\w+|report\\.\\w+)\"");

    @Test
    void every_reason_has_words() throws IOException {
        List<String> keys = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("../ejb/src/main/java/org/pilet/channels/mail"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher given = GIVEN.matcher(Files.readString(file));
                while (given.find()) {
                    keys.add("why." + (given.group(1) == null ? given.group(2) : given.group(1)));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(30);
        assertThat(new Texts().in(Language.EN).keySet()).containsAll(keys);
    }

    @Test
    void every_trouble_with_a_mail_server_has_words() {
        assertThat(new Texts().in(Language.EN).keySet())
                .containsAll(Arrays.stream(MailTrouble.values())
                        .map(trouble -> "mail.trouble." + trouble)
                        .toList());
    }
}
