package org.pilet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pilet.platform.PostgresExtension;
import org.pilet.platform.Sql;
import org.pilet.platform.Wiring;
import org.pilet.security.ReplyTokens;
import org.pilet.sla.Rehearsals;
import org.pilet.sla.SlaRehearsal;
import org.pilet.sla.SlaRehearsals;

@ExtendWith(PostgresExtension.class)
class PlayedTicketStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-20T13:37:11.123456Z");
    private static final int COUNT = 150;

    private final Sql sql;
    private final Numbers numbers;
    private final RunStore runs;
    private final StageStore stages;
    private final PlayedTicketStore tickets;

    PlayedTicketStoreTest(Sql sql) {
        this.sql = sql;
        this.numbers = Wiring.wire(new Numbers(), sql);
        this.runs = Wiring.wire(new RunStore(), sql);
        this.stages = Wiring.wire(new StageStore(), sql, numbers, new SlaRehearsals() {
            @Override
            public Supplier<SlaRehearsal> begin() {
                return Rehearsals.plain();
            }
        });
        this.tickets = Wiring.wire(new PlayedTicketStore(), sql, numbers, new ReplyTokens() {
            @Override
            public String tokenFor(long ticketId) {
                return "t" + ticketId + "-signed";
            }
        });
    }

    @Test
    void a_run_that_is_cut_off_goes_on_where_it_stopped() {
        setTheStage();
        stages.add(Extras.forTickets(1_000), NOW);
        stages.add(Extras.forTickets(1_000), NOW.plusSeconds(1));
        Run run = runs.begin(4711L, 1, COUNT, 60, NOW);
        Plot plot = run.plot(stages.stage());
        List<PlayedTicket> all = IntStream.range(0, COUNT).mapToObj(plot::play).toList();

        tickets.add(run, all.subList(0, 100));
        assertThat(runs.begin(4711L, 9, 9, 9, NOW.plusSeconds(99))).isEqualTo(run);
        assertThat(runs.of(4711)).isEqualTo(run);
        assertThat(runs.played(run.id(), List.of(0, 99, 100, 149))).containsExactlyInAnyOrder(0, 99);
        tickets.add(run, all.subList(100, COUNT));

        assertThat(count("ticket")).isEqualTo(COUNT);
        assertThat(count("person where kind = 'CUSTOMER'")).isEqualTo(25);
        assertThat(count("ticket where number::bigint / 10 between " + run.firstSerial() + " and "
                        + (run.firstSerial() + COUNT - 1)))
                .isEqualTo(COUNT);
        assertThat(count("message"))
                .isEqualTo(all.stream().mapToInt(t -> t.messages().size()).sum());
        assertThat(count("ticket_event"))
                .isEqualTo(all.stream().mapToInt(t -> t.events().size()).sum());
        assertThat(count("sla_clock"))
                .isEqualTo(all.stream().mapToInt(t -> t.clocks().size()).sum())
                .isPositive();
        assertThat(count("sla_clock_event e join sla_clock c on c.id = e.clock_id"))
                .isEqualTo(count("sla_clock_event"))
                .isPositive();
        assertThat(count("ticket_event e where e.kind in ('MESSAGE_RECEIVED', 'REPLY_SENT', 'NOTE_ADDED') and not"
                        + " exists (select 1 from message m where m.id = e.new_value::bigint and m.ticket_id ="
                        + " e.ticket_id and m.at = e.at)"))
                .isZero();
        assertThat(count("attachment a join blob b on b.id = a.blob_id join blob_chunk c on c.blob_id = b.id where"
                        + " length(c.bytes) = a.size and b.sha256 = sha256(c.bytes)"))
                .isEqualTo(count("attachment"))
                .isPositive();
        assertThat(
                        count(
                                "message where delivery = 'SENT' and (mail_message_id not like '<t%' or recipients_to is null)"))
                .isZero();
    }

    private void setTheStage() {
        CastStore cast = Wiring.wire(new CastStore(), sql);
        sql.update("insert into person (id, kind, name, email, language, created_at) values (99999, 'AGENT', 'Mari',"
                + " 'mari@pilet.test', 'et', now())");
        long team = cast.addTeam("Desk", 99999);
        cast.addMember(team, 99999);
        long category = 0;
        for (Cast.Category each : Cast.CATEGORIES) {
            category = cast.addCategory(null, each.name(), 0);
        }
        for (Cast.Queue queue : Cast.QUEUES) {
            cast.grant(team, cast.addQueue(queue, team, category), "WORK");
        }
    }

    private long count(String from) {
        return sql.number("select count(*) as value from " + from);
    }
}
