package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An agent works a list from its first case to its last without leaving the keyboard. */
final class CaseDay {

    private static final int MOST = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Desks desks;
    private final String mark;
    private final Map<Case, List<Integer>> counted = new EnumMap<>(Case.class);

    /** What is done with most cases. The first of a day costs one more key, so it is the shortest. */
    private enum Case {
        TAKE,
        ANSWER,
        SOLVE,
        READY_MADE,
        HURRY,
        NOTE,
        CLOSE,
        CALL
    }

    CaseDay(Desks desks, String mark) {
        this.desks = desks;
        this.mark = mark;
    }

    /** So many cases come in and are worked; each must cost at most four interactions, its opening included. */
    void work(int cases) throws SQLException {
        Rows.update(
                "with c as (insert into canned_response (id, shortcut, title) values (nextval('canned_response_seq'), ?,"
                        + " 'The usual') returning id) insert into canned_text select id, 'en', '<p>As usual</p>' from c",
                mark);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            numbers.add(desks.ticket(mark + " case " + i, "kai." + mark + "@day.test"));
        }
        try (Page page = desks.at(Desks.TAMAR, "/agent/index.xhtml?view=ALL&sort=OLDEST&q=" + mark)) {
            assertThat(page.locator(".ticket-row")).hasCount(cases);
            Keys keys = new Keys(page).press("j").press("Enter");
            for (int i = 0; i < cases; i++) {
                Case kind = Case.values()[i % Case.values().length];
                page.waitForURL("**number=" + numbers.get(i)); // and loaded
                work(kind, keys, numbers.get(i), mark + " words " + i);
                int interactions = keys.count();
                assertThat(interactions).as(kind + " of case " + i).isLessThanOrEqualTo(MOST);
                counted.computeIfAbsent(kind, none -> new ArrayList<>()).add(interactions);
                if (i + 1 < cases) {
                    keys.press("j");
                }
            }
        }
    }

    private void work(Case kind, Keys keys, String number, String words) {
        switch (kind) {
            case TAKE -> {
                keys.press("t");
                awaitRow(
                        "select p.email from ticket t join person p on p.id = t.owner_id where t.number = ?",
                        number,
                        Desks.TAMAR);
            }
            case ANSWER -> {
                keys.press("r").inEditor().type(words).press("Control+Enter");
                assertThat(keys.see(".held")).containsText(words);
            }
            case SOLVE -> {
                keys.press("r").inEditor().type(words).press("Control+Shift+Enter");
                assertThat(keys.see(".held")).containsText(words);
                awaitRow(
                        "select h.reply ->> 'then' from held_reply h join ticket t on t.id = h.ticket_id where"
                                + " t.number = ?",
                        number,
                        "RESOLVED");
            }
            case READY_MADE -> {
                keys.press("r").inEditor().type("/" + mark);
                assertThat(keys.see(".canned li").first()).containsText("The usual");
                keys.page().keyboard().press("Enter"); // the end of that run of typing
                keys.press("Control+Enter");
                assertThat(keys.see(".held")).containsText("As usual");
            }
            case HURRY -> {
                keys.press("p").type("U");
                awaitRow("select priority from ticket where number = ?", number, "URGENT");
                keys.press("Escape");
            }
            case NOTE -> {
                keys.press("n").inEditor().type(words).press("Control+Enter");
                assertThat(keys.see("#thread .entry.INTERNAL")).containsText(words);
            }
            case CLOSE -> {
                keys.press("s").type("C");
                awaitRow("select status from ticket where number = ?", number, "CLOSED");
                keys.press("Escape");
            }
            case CALL -> {
                keys.press("c").inEditor().type(words).press("Control+Enter");
                assertThat(keys.see("#thread")).containsText(words);
            }
        }
    }

    private static void awaitRow(String query, String number, String value) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Rows.text(query, number)).isEqualTo(value));
    }

    @Override
    public String toString() {
        return counted.toString();
    }
}
