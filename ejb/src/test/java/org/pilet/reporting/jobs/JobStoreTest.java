package org.pilet.reporting.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.reporting.jobs.JobStore.Beat;

@ExtendWith(PostgresExtension.class)
class JobStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

    private final Sql sql;
    private final JobStore store;

    JobStoreTest(Sql sql) {
        this.sql = sql;
        this.store = Wiring.wire(new JobStore(), sql);
    }

    @BeforeEach
    void nothing() {
        sql.update("truncate job_claim, job_beat");
    }

    @Test
    void of_two_nodes_one_gets_the_night() {
        assertThat(store.claim("report", "2026-03-02", null, NOON)).isTrue();
        assertThat(store.claim("report", "2026-03-02", null, NOON)).isFalse();
        assertThat(store.claim("report", "2026-03-01", null, NOON)).isTrue();
    }

    @Test
    void an_instance_that_goes_on_keeps_its_claim_and_others_wait_until_it_ends() {
        store.claim("report", "2026-03-02", null, NOON);
        store.handOver("report", List.of("2026-03-02"), 7);
        assertThat(store.claim("report", "2026-03-02", 7L, NOON)).isTrue();
        assertThat(store.claim("report", "2026-03-02", 8L, NOON)).isFalse();
        store.release(7, NOON);
        assertThat(store.claim("report", "2026-03-02", 8L, NOON)).isTrue();
        assertThat(store.claimant("report", "2026-03-02")).contains(8L);
    }

    @Test
    void a_claim_whose_execution_never_came_to_life_ends_by_itself() {
        store.claim("report", "2026-03-02", null, NOON);
        store.releaseNameless(NOON, NOON);
        assertThat(store.claim("report", "2026-03-02", null, NOON)).isFalse();
        store.releaseNameless(NOON.plusSeconds(1), NOON.plusSeconds(1));
        assertThat(store.claim("report", "2026-03-02", null, NOON)).isTrue();
        assertThat(store.everClaimed("report", "2026-03-02")).isTrue();
        assertThat(store.everClaimed("report", "2026-02-28")).isFalse();
    }

    @Test
    void an_orphan_is_adopted_once_and_its_lost_lives_are_counted() {
        Beat beat = new Beat(3, 2, "report", "node", "boot-1", NOON, false);
        store.begin(beat);
        store.beat("boot-1", List.of(3L), NOON.plusSeconds(10));
        assertThat(store.find(3).orElseThrow().at()).isEqualTo(NOON.plusSeconds(10));
        store.beat("boot-2", List.of(3L), NOON.plusSeconds(20));
        assertThat(store.find(3).orElseThrow().at()).isEqualTo(NOON.plusSeconds(10));
        assertThat(store.adopt(beat, NOON)).isTrue();
        assertThat(store.adopt(beat, NOON)).isFalse();
        assertThat(store.livesLost(2)).isEqualTo(1);
        assertThat(store.find(3).orElseThrow().lost()).isTrue();
    }
}
