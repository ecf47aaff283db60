package org.pilet.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Settings;
import org.pilet.platform.Sql;

@ExtendWith(PostgresExtension.class)
class MailHostStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    private final Sql sql;
    private final MailHostStore hosts;

    MailHostStoreTest(Sql sql) {
        this.sql = sql;
        hosts = new MailHostStore(sql, new SealedPassword(new Settings()));
    }

    @BeforeEach
    void none() {
        sql.update("truncate mail_host");
    }

    @Test
    void mails_are_counted_by_the_minute() {
        hosts.lock(Set.of("a.example", "b.example"), NOON);
        hosts.count(Set.of("a.example"), NOON);
        hosts.count(Set.of("a.example"), NOON.plusSeconds(59));
        assertThat(hosts.lock(Set.of("a.example", "b.example"), NOON.plusSeconds(59)))
                .extracting(MailHostStore.Host::sent)
                .containsExactly(2, 0);
        assertThat(hosts.lock(Set.of("a.example"), NOON.plusSeconds(60)))
                .extracting(MailHostStore.Host::sent)
                .containsExactly(0);
    }

    @Test
    void a_server_in_trouble_is_seen_until_it_is_well() {
        hosts.lock(Set.of("mail:25"), NOON);
        hosts.failed("mail:25", MailTrouble.SILENT, "Read timed out", NOON.plusSeconds(5));
        hosts.failed("mail:25", MailTrouble.UNREACHABLE, "Connection refused", NOON.plusSeconds(15));
        MailHostView seen = hosts.lively(NOON).get(0);
        assertThat(seen.failures()).isEqualTo(2);
        assertThat(seen.pausedUntil()).isEqualTo(NOON.plusSeconds(15));
        assertThat(seen.lastTrouble()).isEqualTo(MailTrouble.UNREACHABLE);
        assertThat(seen.lastError()).isEqualTo("Connection refused");
        hosts.well("mail:25");
        assertThat(hosts.lively(NOON)).isEqualTo(List.of());
        assertThat(hosts.lock(Set.of("mail:25"), NOON).get(0).pausedUntil()).isNull();
    }
}
