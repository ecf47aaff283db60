package org.pilet.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.notifications.NewsStore.Happened;
import org.pilet.notifications.NewsStore.Written;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class NewsStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final long MARI = 1;
    private static final long JAAN = 2;
    private static final long STRANGER = 3;
    private static final long ANNA = 11;

    private final Sql sql;
    private final NewsStore store;

    NewsStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new NewsStore(), sql);
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket cascade");
        sql.update(
                "insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Mari', ?), (2, 'AGENT', 'Jaan', ?),"
                        + " (3, 'AGENT', 'Stranger', ?), (11, 'CUSTOMER', 'Anna', ?)",
                NOON,
                NOON,
                NOON,
                NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into team_member (team_id, person_id) values (1, 1), (1, 2)");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1)");
        sql.update("insert into queue_grant (team_id, queue_id, permission) values (1, 1, 'WORK')");
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, owner_id, created_at, changed_at) values (7, '107', 'S', 'OPEN',"
                        + " 'NORMAL', 'QUESTION', 'EMAIL', 'en', 1, 1, 11, 1, ?, ?)",
                NOON,
                NOON);
        for (long person : List.of(MARI, JAAN, STRANGER, ANNA)) {
            sql.update("insert into ticket_watcher (ticket_id, person_id, since) values (7, ?, ?)", person, NOON);
        }
    }

    @Test
    void a_customers_words_on_nobodys_ticket_are_told_to_its_team_but_for_those_who_follow_it_anyhow() {
        Happened wrote = new Happened(NewsKind.TEAM_MESSAGE, 7, null, ANNA, null, NOON);
        sql.update("delete from ticket_watcher where person_id = ?", JAAN);
        assertThat(store.toTeamOfNobodys(wrote)).isEmpty();

        sql.update("update ticket set owner_id = null where id = 7");
        assertThat(store.toTeamOfNobodys(wrote)).extracting(Written::personId).containsExactly(JAAN);
    }

    @Test
    void the_owner_and_those_who_follow_are_told_once_each_and_nobody_who_may_not_see_it() {
        assertThat(people(store.toOwner(happened(NewsKind.OWN_MESSAGE, ANNA)))).containsExactly(MARI);
        assertThat(people(store.toWatchers(happened(NewsKind.WATCHED_MESSAGE, ANNA))))
                .containsExactly(JAAN);
        assertThat(store.to(STRANGER, happened(NewsKind.TASK, MARI))).isEmpty();
        assertThat(store.to(ANNA, happened(NewsKind.TASK, MARI))).isEmpty();
    }

    @Test
    void what_was_written_along_is_read_with_the_news_that_tell_of_it() {
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_name, at, language, body_text) values"
                        + " (5, 7, 'INTERNAL', 'AGENT', 'EMAIL', 'Jaan', ?, 'en', 'Ask Anna first')",
                NOON);
        store.toTeam(new Happened(NewsKind.TRANSFERRED, 7, 5L, JAAN, null, NOON));
        store.to(MARI, new Happened(NewsKind.MENTIONED, 7, 5L, JAAN, null, NOON));
        store.toOwner(new Happened(NewsKind.OWN_MESSAGE, 7, 5L, ANNA, null, NOON));
        assertThat(store.page(MARI, null, null, 10))
                .extracting(NewsItem::kind, NewsItem::note)
                .containsExactly(
                        tuple(NewsKind.OWN_MESSAGE, "Ask Anna first"),
                        tuple(NewsKind.MENTIONED, null),
                        tuple(NewsKind.TRANSFERRED, "Ask Anna first"));
    }

    @Test
    void nobody_is_told_what_they_did_themselves() {
        assertThat(store.toOwner(happened(NewsKind.OWN_MESSAGE, MARI))).isEmpty();
        assertThat(store.toWatchers(happened(NewsKind.WATCHED_CHANGE, JAAN))).isEmpty();
    }

    @Test
    void each_reaches_people_as_they_have_chosen() {
        store.choose(JAAN, null, new NewsChoice(NewsKind.TASK, false, true, true));
        Written written = store.to(JAAN, happened(NewsKind.TASK, MARI)).get(0);
        assertThat(written.inPage()).isFalse();
        assertThat(written.byMail()).isTrue();
        assertThat(written.inDigest()).isTrue();
        assertThat(store.unread(JAAN, List.of(1L))).isZero();
        assertThat(store.digest(JAAN)).extracting(NewsItem::kind).containsExactly(NewsKind.TASK);
        assertThat(store.digest(JAAN)).isEmpty();

        store.choose(JAAN, null, new NewsChoice(NewsKind.TASK, false, false, false));
        assertThat(store.to(JAAN, happened(NewsKind.TASK, MARI))).isEmpty();
        assertThat(store.wantsMail(JAAN, NewsKind.TASK, 7)).isFalse();
        assertThat(store.wantsMail(JAAN, NewsKind.ASSIGNED, 7)).isTrue();
        assertThat(store.toTeam(happened(NewsKind.TEAM_NEW, ANNA))).isEmpty();
    }

    @Test
    void no_mail_that_waited_tells_of_a_ticket_that_its_reader_may_no_longer_see() {
        store.choose(JAAN, null, new NewsChoice(NewsKind.TASK, true, true, true));
        store.to(JAAN, happened(NewsKind.TASK, MARI));
        assertThat(store.maySee(JAAN, 7)).isTrue();
        assertThat(store.maySee(STRANGER, 7)).isFalse();

        sql.update("delete from team_member where person_id = ?", JAAN);
        assertThat(store.maySee(JAAN, 7)).isFalse();
        assertThat(store.digest(JAAN)).isEmpty();
    }

    @Test
    void a_queue_may_be_told_of_otherwise_than_all() {
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (2, 'Billing',"
                + " 'b@pilet.test', 1, 1)");
        store.choose(JAAN, null, new NewsChoice(NewsKind.TEAM_NEW, true, false, false));
        store.choose(JAAN, 1L, new NewsChoice(NewsKind.TEAM_NEW, false, true, false));
        assertThat(store.exceptions(JAAN)).containsExactly(1L);
        assertThat(store.wantsMail(JAAN, NewsKind.TEAM_NEW, 7)).isTrue();
        Written here = store.toTeam(happened(NewsKind.TEAM_NEW, ANNA)).get(0);
        assertThat(List.of(here.inPage(), here.byMail())).containsExactly(false, true);

        sql.update("insert into queue_grant (team_id, queue_id, permission) values (1, 2, 'WORK')");
        sql.update("update ticket set queue_id = 2 where id = 7");
        Written elsewhere = store.toTeam(happened(NewsKind.TEAM_NEW, ANNA)).get(0);
        assertThat(List.of(elsewhere.inPage(), elsewhere.byMail())).containsExactly(true, false);

        store.leaveMails(JAAN, NewsKind.TEAM_NEW);
        sql.update("update ticket set queue_id = 1 where id = 7");
        assertThat(store.toTeam(happened(NewsKind.TEAM_NEW, ANNA))).isEmpty();
        store.asForAll(JAAN, 1);
        assertThat(store.exceptions(JAAN)).isEmpty();
        assertThat(store.toTeam(happened(NewsKind.TEAM_NEW, ANNA)).get(0).inPage())
                .isTrue();
    }

    @Test
    void what_one_has_seen_is_read_and_what_one_may_no_longer_see_is_gone() {
        store.toOwner(happened(NewsKind.OWN_MESSAGE, ANNA));
        store.to(MARI, happened(NewsKind.MENTIONED, JAAN));
        assertThat(store.unread(MARI, List.of(1L))).isEqualTo(2);
        assertThat(store.page(MARI, List.of(1L), null, 10))
                .extracting(NewsItem::kind)
                .containsExactly(NewsKind.MENTIONED, NewsKind.OWN_MESSAGE);
        assertThat(store.page(MARI, List.of(), null, 10)).isEmpty();
        assertThat(store.unread(MARI, List.of())).isZero();
        assertThat(store.unread(MARI, null)).isEqualTo(2);

        store.readOn(MARI, 7, NOON);
        assertThat(store.unread(MARI, List.of(1L))).isZero();
        assertThat(store.page(MARI, null, null, 10)).allMatch(NewsItem::read);
    }

    @Test
    void a_digest_names_no_ticket_that_has_gone_out_of_sight_since() {
        store.choose(JAAN, null, new NewsChoice(NewsKind.TASK, false, false, true));
        store.to(JAAN, happened(NewsKind.TASK, MARI));
        sql.update(
                "insert into queue (id, name, address, team_id, default_category_id) values (3, 'HR', 'h@pilet.test',"
                        + " 1, 1)");
        sql.update("update ticket set queue_id = 3 where id = 7");
        assertThat(store.digest(JAAN)).isEmpty();
    }

    private static Happened happened(NewsKind kind, long actor) {
        return new Happened(kind, 7, null, actor, "detail", NOON);
    }

    private static List<Long> people(List<Written> written) {
        return written.stream().map(Written::personId).toList();
    }
}
