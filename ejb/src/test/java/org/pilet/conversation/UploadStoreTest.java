package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;

@ExtendWith(PostgresExtension.class)
class UploadStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(31));
    private static final long ME = 987_002;

    private final Sql sql;
    private final UploadStore store;

    UploadStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new UploadStore(), sql);
    }

    @BeforeEach
    void somebody() {
        sql.update("truncate ticket, upload, loose_blob, unsent, held_reply cascade");
        sql.update("delete from blob where id between 991000 and 992000");
        sql.update(
                "insert into person (id, kind, name, created_at) values (?, 'AGENT', 'Mari', ?) on conflict do nothing",
                ME,
                NOON);
    }

    @Test
    void what_was_uploaded_and_forgotten_goes_and_what_a_draft_names_stays() {
        upload(991_001, "forgotten");
        upload(991_002, "begun");
        sql.update(
                "insert into unsent (person_id, place, body_html, fields, saved_at) values (?, 'new', '',"
                        + " '{\"files\":\"x,begun\"}', ?)",
                ME,
                NOON);

        assertThat(store.forgetAbandoned(NOON)).isZero();
        assertThat(store.forgetAbandoned(LATER)).isEqualTo(1);
        assertThat(store.removeLoose(LATER, LATER, 10)).isEqualTo(1);

        assertThat(store.find(ME, List.of("forgotten", "begun")))
                .extracting(WaitingFile::token)
                .containsExactly("begun");
        assertThat(blobs()).containsExactly(991_002L);
        assertThat(store.removeLoose(LATER, LATER, 10)).isZero(); // asked about again another day
    }

    @Test
    void what_a_waiting_answer_carries_stays_and_what_was_given_up_goes() {
        upload(991_003, "held");
        upload(991_004, "dropped");
        sql.update("insert into team (id, name) values (987002, 'Uploads') on conflict do nothing");
        sql.update("insert into category (id, name) values (987002, 'Uploads') on conflict do nothing");
        sql.update("insert into queue (id, name, address, team_id, default_category_id) values (987002, 'Uploads',"
                + " 'uploads@pilet.test', 987002, 987002) on conflict do nothing");
        sql.update(
                "insert into ticket (id, number, subject, status, priority, type, channel, language, category_id,"
                        + " queue_id, requester_id, created_at, changed_at) values (987002, '9870021', 'S', 'OPEN', 'NORMAL',"
                        + " 'QUESTION', 'EMAIL', 'en', 987002, 987002, ?, ?, ?)",
                ME,
                NOON,
                NOON);
        sql.update(
                "insert into held_reply (id, ticket_id, author_id, reply, held_at, due_at) values (987002, 987002, ?,"
                        + " '{\"files\":[{\"blob\":991003}]}', ?, ?)",
                ME,
                NOON,
                LATER);
        store.forget(ME, List.of("held", "dropped"));

        assertThat(store.removeLoose(LATER, LATER, 10)).isEqualTo(1);
        assertThat(blobs()).containsExactly(991_003L);
    }

    private void upload(long blobId, String token) {
        sql.update("insert into blob (id, sha256, size, created_at) values (?, '\\x00', 1, ?)", blobId, NOON);
        store.add(ME, new WaitingFile(token, token + ".txt", "text/plain", blobId, 1, "00"), NOON);
        store.loose(blobId, NOON);
    }

    private List<Long> blobs() {
        return sql.list("select id from blob where id between 991000 and 992000 order by id", row -> row.number("id"));
    }
}
