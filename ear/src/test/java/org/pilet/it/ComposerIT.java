package org.pilet.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What agents say and to whom: taking back, sending later, forwarding, calls, ready-made words; and no word lost. */
@ArquillianTest
@RunAsClient
class ComposerIT {

    @AutoClose
    private static final Desks desks = new Desks();

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String customer = "kai." + mark + "@composer.test";

    @Test
    void a_reply_is_taken_back_without_a_trace_and_sent_after_all() throws Exception {
        String number = desks.ticket("Lamp " + mark, customer);
        Rows.update(
                "insert into person_setting (person_id, key, value) select id, 'composer.hold', '60' from person where"
                        + " email = ? on conflict (person_id, key) do update set value = excluded.value",
                Desks.TAMAR);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            String before = state(number);
            Desks.write(tamar, "PUBLIC", "Change the bulb " + mark);
            tamar.locator("[id='composer:then']").selectOption("PENDING");
            tamar.locator("[id='composer:reason']").fill("the bulb");
            tamar.locator("[id='composer:send']").click();
            assertThat(tamar.locator(".held")).containsText("Change the bulb " + mark);
            assertThat(tamar.locator("#composer .ql-editor")).hasText("");
            assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT")).hasCount(0);
            tamar.locator(".toast button", new Page.LocatorOptions().setHasText("Undo"))
                    .click();
            assertThat(tamar.locator("#composer .ql-editor")).hasText("Change the bulb " + mark);
            assertThat(tamar.locator("[id='composer:then']")).hasValue("PENDING");
            assertThat(tamar.locator("[id='composer:reason']")).hasValue("the bulb");
            assertThat(tamar.locator(".held")).hasCount(0);
            assertThat(state(number)).isEqualTo(before);
            tamar.locator("[id='composer:send']").click();
            tamar.locator("[data-send-now]").click();
            assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT")).containsText("Change the bulb " + mark);
            assertThat(tamar.locator("[id='head:status']")).hasValue("PENDING");
        } finally {
            Rows.update("delete from person_setting where key = ?", "composer.hold");
        }
    }

    @Test
    void a_reply_for_later_waits_and_stops_when_the_customer_writes_meanwhile() throws Exception {
        String number = desks.ticket("Desk " + mark, customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            Desks.write(tamar, "PUBLIC", "Delivered on Monday " + mark);
            tamar.locator("[data-later]").click();
            tamar.locator("[id='composer:sendAt']").fill("2027-01-04T09:00");
            tamar.locator("[id='composer:send']").click();
            tamar.locator(".held [data-take-back]").click();
            assertThat(tamar.locator("[id='composer:sendAt']")).hasValue("2027-01-04T09:00");
            tamar.locator("[id='composer:send']").click();
            assertThat(tamar.locator(".held")).containsText("Delivered on Monday " + mark);
            Rows.update(
                    "insert into message (id, ticket_id, visibility, origin, channel, author_name, at, body_text, language)"
                            + " select nextval('message_seq'), id, 'PUBLIC', 'CUSTOMER', 'EMAIL', 'Kai', now(), 'Wait!',"
                            + " 'en' from ticket where number = ?",
                    number);
            Rows.update(
                    "update outbox set due_at = now() where kind = 'reply.held' and dedup_key = (select max(h.id)::text"
                            + " from held_reply h join ticket t on t.id = h.ticket_id where t.number = ?)",
                    number);
            assertThat(tamar.locator(".held.stopped")).containsText("the customer has written meanwhile");
            assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT")).hasCount(0);
            tamar.locator(".held.stopped [data-take-back]").click();
            assertThat(tamar.locator("#composer .ql-editor")).hasText("Delivered on Monday " + mark);
        }
    }

    @Test
    void what_is_forwarded_goes_to_others_and_stays_hidden_from_the_customer() throws Exception {
        String number = desks.ticket("Chair " + mark, customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            Desks.write(tamar, "FORWARD", "Can you repair this? " + mark);
            tamar.locator("[id='composer:to']").fill("no address");
            tamar.locator("[id='composer:forward']").click();
            assertThat(tamar.locator("#messages .message.error")).containsText("no address");
            assertThat(tamar.locator("#composer .ql-editor")).hasText("Can you repair this? " + mark);
            tamar.locator("[id='composer:to']").fill("Workshop <workshop@supplier.test>");
            tamar.locator("[id='composer:forward']").click();
            assertThat(tamar.locator("#thread .entry.INTERNAL")).containsText("workshop@supplier.test");
            assertThat(Rows.text(
                            "select m.visibility || ' ' || m.recipients_to || ' ' || t.status from message m join ticket t on"
                                    + " t.id = m.ticket_id where m.body_text like ?",
                            "%repair this? " + mark + "%"))
                    .isEqualTo("INTERNAL \"Workshop\" <workshop@supplier.test> NEW");
        }
    }

    @Test
    void an_answer_goes_the_way_the_agent_chooses() throws Exception {
        String number = desks.ticket("Shelf " + mark, customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            assertThat(tamar.locator("[id='composer:by']")).hasValue("EMAIL");
            answer(tamar, "PHONE", "Told him " + mark);
            Locator said = tamar.locator("#thread .entry.PUBLIC.AGENT");
            assertThat(said.locator(".channel")).hasText("Phone");
            assertThat(tamar.locator("[id='composer:by']")).hasValue("EMAIL");
            assertThat(Rows.text("select (first_response_at is not null)::text from ticket where number = ?", number))
                    .isEqualTo("true");
            answer(tamar, "PORTAL", "Read it there " + mark);
            assertThat(said.last().locator(".channel")).hasText("Portal");
            Desks.write(tamar, "PUBLIC", "And by mail " + mark);
            tamar.locator("[id='composer:send']").click();
            tamar.locator("[data-send-now]").click();
            assertThat(said.last().locator(".channel")).hasText("E-mail");
            assertThat(Rows.text(
                            "select string_agg(m.channel || ' ' || (m.recipients_to is not null) || ' ' || exists (select 1 from"
                                    + " outbox o where o.kind = 'mail.reply' and o.dedup_key = m.id::text), ', ' order by m.id)"
                                    + " from message m join ticket t on t.id = m.ticket_id where t.number = ? and m.origin ="
                                    + " 'AGENT'",
                            number))
                    .isEqualTo("PHONE false false, PORTAL false false, EMAIL true true");
        }
    }

    /** It waits with its channel, and comes back with it when it is taken back. */
    private void answer(Page tamar, String by, String words) {
        Desks.write(tamar, "PUBLIC", words);
        tamar.locator("[id='composer:by']").selectOption(by);
        if (by.equals("PHONE")) { // what he was told is not sent, nor can it be put off
            assertThat(tamar.locator("[data-later]")).isHidden();
            assertThat(tamar.locator("[id='composer:send']")).hasText("Save what was told");
        }
        assertThat(tamar.locator("#composer .addressees")).isHidden();
        tamar.locator("[id='composer:send']").click();
        tamar.locator("[data-take-back]").click();
        assertThat(tamar.locator("#composer .ql-editor")).hasText(words);
        assertThat(tamar.locator("[id='composer:by']")).hasValue(by);
        tamar.locator("[id='composer:send']").click();
        tamar.locator("[data-send-now]").click();
        assertThat(tamar.locator("#thread .entry.PUBLIC.AGENT").last()).containsText(words);
    }

    @Test
    void what_is_written_and_chosen_while_an_answer_is_on_its_way_stays_and_goes_out() throws Exception {
        String number = desks.ticket("Stool " + mark, customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            Deque<Route> notes = new ArrayDeque<>();
            Desks.write(tamar, "INTERNAL", "A leg is loose " + mark);
            tamar.route("**/agent/ticket.xhtml*", route -> {
                String posted = route.request().postData();
                if (posted != null && posted.contains("source=composer%3Anote")) {
                    notes.add(route);
                } else {
                    route.resume();
                }
            });
            tamar.locator("[id='composer:note']").click();
            tamar.waitForCondition(() -> !notes.isEmpty());
            tamar.locator("[id='properties:newTag']").pressSequentially("leg-" + mark);
            tamar.locator("[id='properties:newTag']").press("Tab");
            tamar.locator("[id='properties:urgency']").selectOption("HIGH");
            tamar.locator("#composer .mode[data-mode=FORWARD]").click();
            tamar.locator("[data-confirm=yes]").click();
            tamar.locator("[id='composer:to']").fill("workshop@supplier.test");
            tamar.locator("#composer .ql-editor").fill("Please mend it " + mark);
            notes.remove().resume();
            assertThat(tamar.locator("#thread .entry.INTERNAL")).containsText("A leg is loose " + mark);
            assertThat(tamar.locator("#properties .tag")).hasText("leg-" + mark);
            assertThat(tamar.locator("#composer .ql-editor")).hasText("Please mend it " + mark);
            tamar.locator("[id='composer:forward']").click();
            assertThat(tamar.locator("#thread .entry.INTERNAL").last()).containsText("Please mend it " + mark);
            assertThat(tamar.locator("#thread .entry.INTERNAL").last()).containsText("workshop@supplier.test");
            assertThat(Rows.text("select urgency from ticket where number = ?", number))
                    .isEqualTo("HIGH");
        }
    }

    @Test
    void ready_made_words_come_by_their_shortcut_and_open_places_block_the_sending() throws Exception {
        String number = desks.ticket("Mouse " + mark, customer);
        Rows.update(
                "with c as (insert into canned_response (id, shortcut, title) values (nextval('canned_response_seq'), ?,"
                        + " 'Greeting') returning id) insert into canned_text select id, 'en', '<p>Hello"
                        + " {{customer.name}}, about {{ticket.number}}: {{customer.phone}}</p>' from c",
                "hi-" + mark);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            Desks.write(tamar, "PUBLIC", "/hi-" + mark);
            assertThat(tamar.locator(".canned li").first()).containsText("Greeting");
            tamar.keyboard().press("Enter");
            Locator editor = tamar.locator("#composer .ql-editor");
            assertThat(editor).containsText("Hello Kai Customer, about " + number + ": {{customer.phone}}");
            assertThat(editor).not().containsText("/hi-");
            assertThat(tamar.locator(".open-places")).containsText("customer.phone");
            tamar.locator("[id='composer:send']").click();
            assertThat(tamar.locator("#messages .message.error")).containsText("customer.phone");
            assertThat(editor).containsText("Hello Kai Customer");
        }
    }

    @Test
    void a_note_becomes_a_reply_only_after_a_question() {
        String number = desks.ticket("Door " + mark, customer);
        try (Page tamar = desks.at(Desks.TAMAR, Desks.path(number))) {
            Desks.write(tamar, "INTERNAL", "He is difficult " + mark);
            tamar.locator("#composer .mode[data-mode=PUBLIC]").click();
            assertThat(tamar.locator(".confirm-public")).isVisible();
            tamar.locator("[data-confirm=no]").click();
            assertThat(tamar.locator("[id='composer:note']")).isVisible();
            assertThat(tamar.locator("[id='composer:send']")).isHidden();
        }
    }

    /** A few blows to the browser and its page; {@link TypingLoss} has many, and those to the server. */
    @Test
    void no_typed_word_is_lost() {
        String number = desks.ticket("Typing " + mark, customer);
        try (Typist tamar = new Typist(desks.browser(), Installation.address(), Desks.TAMAR, number)) {
            tamar.loseSession();
            tamar.expireView();
            tamar.typeAndSave(2);
            tamar.crashTab();
            tamar.expectAll();
            tamar.typeAndSave(2);
            tamar.crashBrowser();
            tamar.expectAll();
        }
    }

    private static String state(String number) throws SQLException {
        return Rows.text(
                "select t.status || t.version || (select count(*) from ticket_event e where e.ticket_id = t.id) || (select"
                        + " string_agg(c.state, ',' order by c.id) from sla_clock c where c.ticket_id = t.id) from ticket t"
                        + " where t.number = ?",
                number);
    }
}
