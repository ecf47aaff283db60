package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;

@ExtendWith(PostgresExtension.class)
class MailStoresTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    private final Sql sql;
    private final MailboxStore mailboxes;
    private final MailboxClaimStore claims;
    private final InboundMailStore mails;
    private final AutomaticMailStore automatic;

    MailStoresTest(Sql sql) {
        this.sql = sql;
        mailboxes = new MailboxStore(sql, null);
        claims = new MailboxClaimStore(sql, null);
        mails = new InboundMailStore(sql);
        automatic = new AutomaticMailStore(sql);
    }

    @BeforeEach
    void desk() {
        sql.update("truncate mailbox, inbound_mail, automatic_mail, queue, category, team, blob cascade");
        sql.update("insert into team (id, name) values (1, 'Team')");
        sql.update("insert into category (id, name) values (1, 'General')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 'support@pilet.test', 1, 1)");
        sql.update("insert into blob (id, sha256, size, created_at) values (1, '', 0, now())");
    }

    @Test
    void a_mailbox_is_fetched_by_one_node_until_its_claim_ends() {
        long id = mailboxes.add(settings("support@pilet.test"), NOON);
        assertThat(claims.claim("a", NOON, NOON.plusSeconds(60)))
                .extracting(MailboxLogin::id)
                .containsExactly(id);
        assertThat(claims.claim("b", NOON.plusSeconds(1), NOON.plusSeconds(61))).isEmpty();
        assertThat(claims.claim("b", NOON.plusSeconds(60), NOON.plusSeconds(120)))
                .hasSize(1);
        assertThat(claims.keep("a", List.of(id), NOON.plusSeconds(180)))
                .as("lost meanwhile")
                .isEmpty();
        claims.release("a", id, NOON.plusSeconds(61));
        assertThat(claims.claim("c", NOON.plusSeconds(62), NOON.plusSeconds(120)))
                .as("not a's to give back")
                .isEmpty();
        assertThat(claims.keep("b", List.of(id), NOON.plusSeconds(180))).containsExactly(Map.entry(id, 0));
        claims.release("b", id, NOON.plusSeconds(63));
        assertThat(claims.claim("a", NOON.plusSeconds(62), NOON.plusSeconds(120)))
                .isEmpty();
        assertThat(claims.claim("a", NOON.plusSeconds(63), NOON.plusSeconds(120)))
                .hasSize(1);
    }

    @Test
    void a_mailbox_tells_how_it_fares() {
        long id = mailboxes.add(settings("support@pilet.test"), NOON);
        claims.claim("a", NOON, NOON.plusSeconds(60));
        claims.failed("a", id, MailTrouble.OTHER, "Connection refused", NOON.plusSeconds(3));
        assertThat(mailboxes.find(id).orElseThrow().lastError()).isEqualTo("Connection refused");
        assertThat(claims.failures(id)).isEqualTo(1);
        claims.looked(id, new Fetched(2, Duration.ofSeconds(7)), NOON);
        assertThat(mailboxes.find(id).orElseThrow().lastLagSeconds()).isEqualTo(7);
        assertThat(mailboxes.find(id).orElseThrow().failures()).isZero();
        assertThat(mailboxes.find(id).orElseThrow().lastError()).isNull();
        assertThat(mailboxes.byAddress("support@pilet.test")).isPresent();
        assertThat(mailboxes.ownAddresses()).containsExactly("support@pilet.test");
    }

    @Test
    void a_stored_mail_is_found_by_its_key_and_is_due_until_it_is_decided() {
        long mailbox = mailboxes.add(settings("support@pilet.test"), NOON);
        long id = mails.add(entry(mailbox, "key", InboundState.STORED));
        assertThat(mails.byDedupKey(mailbox, "key").orElseThrow().state()).isEqualTo(InboundState.STORED);
        assertThat(mails.due(NOON, 10)).isEmpty();
        assertThat(mails.due(NOON.plus(Duration.ofMinutes(1)), 10)).containsExactly(id);
        assertThat(mails.lockPending(id).orElseThrow().mailbox()).isEqualTo("support@pilet.test");
        mails.decided(id, InboundState.IGNORED, "OWN_MAIL", "why", null, null, NOON);
        assertThat(mails.lockPending(id)).isEmpty();
        assertThat(mails.due(NOON.plus(Duration.ofDays(1)), 10)).isEmpty();
        assertThat(mails.outcome(id).decision()).isEqualTo("OWN_MAIL");
    }

    @Test
    void quarantine_can_be_left_both_ways() {
        long mailbox = mailboxes.add(settings("support@pilet.test"), NOON);
        long id = mails.add(entry(mailbox, "key", InboundState.STORED));
        mails.again(id, "broken", NOON);
        assertThat(mails.attempts(id)).isEqualTo(1);
        mails.quarantine(id, "FAULT", "broken", "broken", NOON);
        assertThat(mails.page(InboundState.QUARANTINED, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(mails.dismiss(id + 1, "no", null, NOON)).isFalse();
        assertThat(mails.release(id, NOON)).isTrue();
        assertThat(mails.release(id, NOON)).as("twice").isFalse();
        mails.quarantine(id, "FAULT", "broken", "broken", NOON);
        assertThat(mails.dismiss(id, "advertising", null, NOON)).isTrue();
        assertThat(mails.view(id).orElseThrow().reason()).isEqualTo("advertising");
        assertThat(mails.page(null, Long.MAX_VALUE, 10)).hasSize(1);
    }

    @Test
    void automatic_mails_are_counted_by_address_and_hour() {
        automatic.add("a", "x@example.com", NOON, true);
        automatic.add("b", "x@example.com", NOON, false);
        automatic.add("c", "y@example.com", NOON, true);
        assertThat(automatic.sentSince("x@example.com", NOON.minusSeconds(1))).isEqualTo(1);
        assertThat(automatic.sentSince("x@example.com", NOON)).isZero();
        assertThat(automatic.answered("b")).contains(false);
        assertThat(automatic.answered("d")).isEmpty();
    }

    @Test
    void a_mailbox_goes_only_as_long_as_nothing_has_come_by_it() {
        long id = mailboxes.add(settings("support@pilet.test"), NOON);
        long other = mailboxes.add(settings("b@pilet.test"), NOON);
        mails.add(entry(id, "key", InboundState.STORED));
        assertThat(mailboxes.find(id).orElseThrow().removable()).isFalse();
        assertThat(mailboxes.remove(id)).isFalse();
        assertThat(mailboxes.remove(other)).isTrue();
        assertThat(mailboxes.all()).extracting(MailboxView::id).containsExactly(id);
    }

    @Test
    void mails_of_a_pop3_server_are_known_as_long_as_they_are_there() {
        long id = mailboxes.add(settings("support@pilet.test"), NOON);
        claims.addUid(id, "1", NOON);
        claims.addUid(id, "1", NOON);
        claims.addUid(id, "2", NOON);
        claims.keepUids(id, Set.of("2", "3"));
        assertThat(claims.uids(id)).containsExactly("2");
        claims.keepUids(id, Set.of());
        assertThat(claims.uids(id)).isEmpty();
    }

    @Test
    void two_who_change_a_mailbox_at_once_do_not_overwrite_each_other() {
        long id = mailboxes.add(settings("support@pilet.test"), NOON);
        assertThat(mailboxes.change(changed(id, 0), NOON)).isEqualTo(1);
        assertThat(mailboxes.change(changed(id, 0), NOON)).isZero();
        assertThat(mailboxes.change(changed(id, null), NOON)).isEqualTo(1);
        assertThat(mailboxes.find(id).orElseThrow().fetching()).isEqualTo(new Fetching(true, false, 7));
    }

    private static MailboxSettings changed(long id, Integer version) {
        return new MailboxSettings(
                id,
                "support@pilet.test",
                1,
                "POP3",
                "localhost",
                110,
                "NONE",
                "user",
                null,
                "INBOX",
                null,
                1000,
                true,
                true,
                null,
                null,
                false,
                null,
                new Fetching(true, false, 7),
                version);
    }

    private static InboundMailStore.Entry entry(long mailbox, String key, InboundState state) {
        return new InboundMailStore.Entry(
                mailbox, key, 1, 10, NOON, "a@example.com", "x", state, null, null, NOON.plusSeconds(30));
    }

    private static MailboxSettings settings(String address) {
        return new MailboxSettings(
                null,
                address,
                1,
                "IMAP",
                "localhost",
                143,
                "NONE",
                "user",
                null,
                "INBOX",
                null,
                1000,
                true,
                true,
                null,
                null,
                false,
                null,
                null,
                null);
    }

    @Test
    void the_list_of_mailboxes_is_complete() {
        mailboxes.add(settings("b@pilet.test"), NOON);
        mailboxes.add(settings("a@pilet.test"), NOON);
        assertThat(mailboxes.all()).extracting(MailboxView::address).isEqualTo(List.of("a@pilet.test", "b@pilet.test"));
    }
}
