package org.pilet.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.conversation.WordsRedacted;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class TeamworkStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    private final Sql sql;
    private final WatcherStore watchers;
    private final TaskStore tasks;
    private final TaskFeedStore feeds;
    private final TimeStore times;
    private final PresenceStore presences;

    TeamworkStoreTest(Sql sql) {
        this.sql = sql;
        this.watchers = Wiring.wire(new WatcherStore(), sql);
        this.tasks = Wiring.wire(new TaskStore(), sql);
        this.feeds = Wiring.wire(new TaskFeedStore(), sql);
        this.times = Wiring.wire(new TimeStore(), sql);
        this.presences = Wiring.wire(new PresenceStore(), sql);
    }

    @Test
    void words_that_are_taken_out_of_a_ticket_are_taken_out_of_its_tasks_and_times() {
        sql.update(
                "insert into ticket_task (id, ticket_id, checklist, title, created_at) values (1, 7, 'For 4711', 'Set pin"
                        + " 4711', ?), (2, 7, null, 'Ring', ?)",
                NOON,
                NOON);
        sql.update(
                "insert into time_entry (id, ticket_id, person_id, spent_on, minutes, kind, billable, note, created_at)"
                        + " values (1, 7, 1, current_date, 5, 'WORK', false, 'typed 4711', ?)",
                NOON);
        RedactedTeamwork redacted = Wiring.wire(new RedactedTeamwork(), tasks, times);
        redacted.redacted(new WordsRedacted(7, text -> text == null ? null : text.replace("4711", "-")));
        assertThat(tasks.words(7))
                .containsExactly(
                        new TaskStore.Wording(1, "Set pin -", "For -"), new TaskStore.Wording(2, "Ring", null));
        assertThat(times.notes(7)).containsEntry(1L, "typed -");
        assertThat(sql.number("select version as value from ticket_task where id = 2"))
                .isZero();
    }

    @BeforeEach
    void furnish() {
        sql.update("truncate person, organisation, team, category, queue, ticket, ticket_presence cascade");
        sql.update(
                "insert into person (id, kind, name, created_at) values (1, 'AGENT', 'Mari Maasikas', ?), (2, 'AGENT',"
                        + " 'Jaan Õun', ?), (3, 'AGENT', 'Jaan', ?), (11, 'CUSTOMER', 'Anna', ?)",
                NOON,
                NOON,
                NOON,
                NOON);
        sql.update("insert into team (id, name) values (1, 'First line')");
        sql.update("insert into team_member (team_id, person_id) values (1, 1), (1, 2)");
        sql.update("insert into category (id, name) values (1, 'IT')");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (1, 'Support',"
                + " 's@pilet.test', 1, 1)");
        sql.update("insert into queue_grant (team_id, queue_id, permission) values (1, 1, 'VIEW')");
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (7, '107', 'S', 'OPEN', 'NORMAL',"
                        + " 'QUESTION', 'EMAIL', 'en', 1, 1, 11, ?, ?)",
                NOON,
                NOON);
    }

    @Test
    void names_behind_an_at_are_colleagues_who_may_see_the_ticket() {
        note(1, "Ask @jaan õun, not @Anna; write to mari maasikas or me@pilet.test");
        assertThat(watchers.mentioned(1)).containsExactly(2L); // not the Jaan without rights, not the customer
        note(2, "@Mari Maasikas reminds herself");
        assertThat(watchers.mentioned(2)).isEmpty();
        note(3, "nobody");
        assertThat(watchers.mentioned(3)).isEmpty();
    }

    @Test
    void one_follows_once() {
        assertThat(watchers.add(7, 2, NOON)).isTrue();
        assertThat(watchers.add(7, 2, NOON)).isFalse();
        assertThat(watchers.of(7)).extracting(WatcherView::name).containsExactly("Jaan Õun");
        assertThat(watchers.remove(7, 2)).isTrue();
        assertThat(watchers.remove(7, 2)).isFalse();
        assertThat(watchers.maySee(7, 2)).isTrue();
        assertThat(watchers.maySee(7, 3)).isFalse();
    }

    @Test
    void tasks_are_ticked_and_unticked_once_and_those_required_hold_the_ticket() {
        long id = tasks.add(7, new NewTask(null, "Call", 2L, null, NOON, true), NOON, 1L);
        tasks.add(7, new NewTask("Leaving", "Keys", null, null, null, false), NOON, 1L);
        assertThat(tasks.of(7)).extracting(TaskView::title).containsExactly("Call", "Keys");
        assertThat(tasks.openRequired(7)).containsExactly("Call");
        assertThat(tasks.openOf(2)).extracting(TaskView::title).containsExactly("Call");

        assertThat(tasks.done(id, NOON, 2L)).isTrue();
        assertThat(tasks.done(id, NOON, 1L)).isFalse();
        assertThat(tasks.openRequired(7)).isEmpty();
        assertThat(tasks.find(id).orElseThrow().doneByName()).isEqualTo("Jaan Õun");
        assertThat(tasks.done(id, null, null)).isTrue();
        assertThat(tasks.find(id).orElseThrow().isDone()).isFalse();
        assertThat(tasks.change(id, new NewTask(null, "Mail", null, null, null, false), 0))
                .isFalse();
        assertThat(tasks.change(id, new NewTask(null, "Mail", null, null, null, false), 2))
                .isTrue();
    }

    @Test
    void a_feed_is_read_by_its_secret_until_it_ends() {
        byte[] one = {1, 2, 3};
        byte[] other = {4, 5, 6};
        sql.update("insert into account (person_id) values (2)");
        feeds.put(2, one, NOON);
        assertThat(feeds.reader(one)).contains(2L);
        feeds.put(2, other, NOON);
        assertThat(feeds.reader(one)).isEmpty();
        feeds.used(2, NOON);
        assertThat(feeds.of(2).orElseThrow().lastUsedAt()).isEqualTo(NOON);
        feeds.remove(2);
        assertThat(feeds.reader(other)).isEmpty();
    }

    @Test
    void time_is_found_by_ticket_and_by_month_of_the_queues_one_may_see() {
        times.add(7, 2, new NewTimeEntry(LocalDate.of(2026, 11, 30), 25, TimeKind.CALL, true, "phone"), NOON);
        assertThat(times.of(7)).extracting(TimeEntryView::minutes).containsExactly(25);
        LocalDate first = LocalDate.of(2026, 11, 1);
        assertThat(times.between(first, LocalDate.of(2026, 11, 30), null)).hasSize(1);
        assertThat(times.between(first, LocalDate.of(2026, 11, 30), List.of(1L)))
                .hasSize(1);
        assertThat(times.between(first, LocalDate.of(2026, 11, 30), List.of(2L)))
                .isEmpty();
        assertThat(times.between(first, LocalDate.of(2026, 11, 29), null)).isEmpty();
    }

    @Test
    void presence_is_news_when_somebody_comes_writes_or_was_long_silent() {
        Instant stale = NOON.minus(Presences.SILENCE);
        assertThat(presences.here(7, 1, false, NOON, stale)).isTrue();
        assertThat(presences.here(7, 1, false, NOON, stale)).isFalse();
        assertThat(presences.here(7, 1, true, NOON, stale)).isTrue();
        assertThat(presences.others(7, 2, stale))
                .extracting(PresenceView::typing)
                .containsExactly(true);
        assertThat(presences.others(7, 1, stale)).isEmpty();
        Instant later = NOON.plus(Duration.ofMinutes(1));
        assertThat(presences.others(7, 2, later.minus(Presences.SILENCE))).isEmpty();
        assertThat(presences.here(7, 1, true, later, later.minus(Presences.SILENCE)))
                .isTrue();
        assertThat(presences.gone(7, 1)).isTrue();
        assertThat(presences.gone(7, 1)).isFalse();
    }

    private void note(long id, String text) {
        sql.update(
                "insert into message (id, ticket_id, visibility, origin, channel, author_id, author_name, at, body_text,"
                        + " language) values (?, 7, 'INTERNAL', 'AGENT', 'EMAIL', 1, 'Mari', ?, ?, 'en')",
                id,
                NOON,
                text);
    }
}
