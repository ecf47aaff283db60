package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.pilet.channels.mail.mime.MailParser;

/** The match against the order that the contract states, told as a list of places to look at, one after the other. */
class ThreadingProperties {

    private static final int TICKETS = 5;

    /** What a mail may name: a ticket by a signed token, by a stored Message-ID, by its number; or nothing we know. */
    private record Mail(
            Integer token,
            Integer signedAnswer,
            List<Integer> stored,
            Integer number,
            Integer inBody,
            boolean forged) {}

    @Property(tries = 1000)
    void a_mail_lands_where_the_contract_says(@ForAll long seed, @ForAll @IntRange(max = 31) int switches) {
        Random random = new Random(seed);
        Threading by = new Threading(
                (switches & 1) == 0,
                (switches & 2) == 0,
                (switches & 4) == 0,
                (switches & 8) == 0,
                (switches & 16) == 0,
                Threading.Strangers.SIGNED);
        Mail mail = new Mail(
                some(random),
                some(random),
                random.ints(random.nextInt(4), 0, TICKETS).distinct().boxed().toList(),
                some(random),
                some(random),
                random.nextBoolean());
        Optional<Long> found = new FollowUpMatch(known(), by)
                .of(MailParser.parse(new ByteArrayInputStream(written(mail).getBytes(StandardCharsets.UTF_8))))
                .map(FollowUpMatch.Found::ticketId);
        assertThat(found).isEqualTo(expected(mail, by));
    }

    private static Optional<Long> expected(Mail mail, Threading by) {
        List<Integer> places = new ArrayList<>();
        places.add(by.address() ? mail.token() : null);
        places.add(by.headers() ? mail.signedAnswer() : null);
        List<Integer> latestFirst = new ArrayList<>(mail.stored());
        Collections.reverse(latestFirst);
        places.add(by.headers() && !latestFirst.isEmpty() ? latestFirst.get(0) : null);
        places.add(by.subject() ? mail.number() : null);
        places.add(by.body() ? mail.inBody() : null);
        return places.stream().filter(place -> place != null).findFirst().map(Integer::longValue);
    }

    private static String written(Mail mail) {
        StringBuilder out = new StringBuilder("From: a@b.example\r\n");
        String plus = mail.token() != null ? "+tok" + mail.token() : mail.forged() ? "+tokforged" : "";
        out.append("To: support").append(plus).append("@pilet.test\r\n");
        List<String> references = new ArrayList<>();
        mail.stored().forEach(ticket -> references.add("<stored" + ticket + "@contoso.example>"));
        if (mail.signedAnswer() != null) {
            references.add(0, "<tok" + mail.signedAnswer() + ".m1@pilet.test>");
        } else if (mail.forged()) {
            references.add(0, "<tokforged.m1@pilet.test>");
        }
        if (!references.isEmpty()) {
            out.append("References: ").append(String.join("\r\n ", references)).append("\r\n");
        }
        out.append("Subject: Re: ")
                .append(mail.number() == null ? "x" : "[#10000" + mail.number() + "] x")
                .append("\r\n\r\n");
        out.append("words ")
                .append(mail.inBody() == null ? "" : "about #10000" + mail.inBody())
                .append("\r\n");
        out.append("\r\nOn Monday Anna wrote:\r\n> as in #100004\r\n");
        return out.toString();
    }

    private static Integer some(Random random) {
        return random.nextInt(3) == 0 ? random.nextInt(TICKETS) : null;
    }

    private static FollowUpMatch.Tickets known() {
        Map<String, Long> tokens = new HashMap<>();
        Map<String, Long> ids = new HashMap<>();
        Map<String, Long> numbers = new HashMap<>();
        for (long i = 0; i < TICKETS; i++) {
            tokens.put("tok" + i, i);
            ids.put("stored" + i + "@contoso.example", i);
            numbers.put("10000" + i, i);
        }
        return new FollowUpMatch.Tickets() {
            @Override
            public OptionalLong byToken(String token) {
                return optional(tokens.get(token));
            }

            @Override
            public OptionalLong byMessageIds(List<String> wanted) {
                return wanted.stream()
                        .filter(ids::containsKey)
                        .mapToLong(ids::get)
                        .findFirst();
            }

            @Override
            public OptionalLong byNumber(String number) {
                return optional(numbers.get(number));
            }

            private OptionalLong optional(Long id) {
                return id == null ? OptionalLong.empty() : OptionalLong.of(id);
            }
        };
    }
}
