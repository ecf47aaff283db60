package org.pilet.channels.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pilet.conversation.OwnWords;

/** One file for each trap, and beside it what a reader should see. */
class CorpusTest {

    static List<String> mails() {
        return Corpus.expected();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void each_trap_is_understood(String name) {
        ParsedMail mail = Corpus.mail(name);
        Expectation expected = Expectation.of(name);
        SoftAssertions.assertSoftly(all -> {
            expected.one("subject")
                    .ifPresent(subject -> all.assertThat(mail.subject()).isEqualTo(subject));
            expected.one("from").ifPresent(from -> all.assertThat(
                            mail.from().map(MailAddress::toString).orElse(""))
                    .isEqualTo(from));
            expected.one("date").ifPresent(date -> all.assertThat(String.valueOf(mail.date()))
                    .isEqualTo(date));
            expected.one("to").ifPresent(to -> all.assertThat(addresses(mail)).isEqualTo(to));
            expected.one("text").ifPresent(text -> all.assertThat(mail.text()).isEqualTo(text));
            expected.all("text-has")
                    .forEach(words -> all.assertThat(mail.text()).contains(words));
            expected.all("text-lacks")
                    .forEach(words -> all.assertThat(mail.text()).doesNotContain(words));
            expected.one("own")
                    .ifPresent(own ->
                            all.assertThat(OwnWords.of(mail.text()).own()).isEqualTo(own));
            expected.one("id").ifPresent(id -> all.assertThat(mail.messageId()).isEqualTo(id));
            expected.one("answers").ifPresent(ids -> all.assertThat(
                            String.join(" ", mail.inReplyTo()) + " | " + String.join(" ", mail.references()))
                    .isEqualTo(ids));
            expected.all("html-has")
                    .forEach(words -> all.assertThat(mail.html()).contains(words));
            expected.one("report")
                    .ifPresent(report -> all.assertThat(report(mail)).isEqualTo(report));
            expected.one("original")
                    .ifPresent(id ->
                            all.assertThat(mail.report().originalMessageId()).isEqualTo(id));
            if (expected.one("file").isPresent() || expected.one("files").isPresent()) {
                all.assertThat(files(name, mail, expected.all("file"))).isEqualTo(expected.all("file"));
            }
        });
        assertThat(mail.subject()).doesNotContain("\n", "\r", "\u0000");
    }

    private static String addresses(ParsedMail mail) {
        return mail.to().stream().map(MailAddress::address).collect(Collectors.joining(", "));
    }

    private static String report(ParsedMail mail) {
        if (mail.report() == null) {
            return "none";
        }
        String recipients = mail.report().recipients().stream()
                .map(recipient -> " " + recipient.action() + " " + recipient.address())
                .collect(Collectors.joining());
        return mail.report().kind() + recipients;
    }

    /** Name and type, and the content where it is expected. */
    private static List<String> files(String name, ParsedMail mail, List<String> expected) {
        Map<Integer, String> contents = new HashMap<>();
        MailParser.eachPart(
                Corpus.stream(name),
                (index, decoded) -> contents.put(index, new String(decoded.readAllBytes(), StandardCharsets.UTF_8)));
        List<String> files = new ArrayList<>();
        for (MailPart part : mail.parts()) {
            boolean whole = expected.size() > files.size()
                    && expected.get(files.size()).chars().filter(c -> c == '|').count() > 1;
            String content = String.valueOf(contents.get(part.index())).replace("\r\n", "\n");
            files.add(part.name() + " | " + part.mediaType() + (whole ? " | " + content.stripTrailing() : ""));
        }
        return files;
    }
}
