package org.pilet.teamwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class TaskCalendarTest {

    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void a_program_reads_back_what_was_planned() throws Exception {
        Instant end = NOON.plus(Duration.ofHours(3));
        String text = TaskCalendar.of(
                List.of(
                        task(1, "Ring, then write; ünnep", NOON, end),
                        task(2, "Only due", null, end),
                        task(3, "No", null, null)),
                "https://desk.pilet.test/pilet",
                NOON);
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);
        VEvent first = events.get(0);
        assertThat(first.getProperty(Property.SUMMARY).orElseThrow().getValue()).isEqualTo("Ring, then write; ünnep");
        assertThat(Instant.from(first.getStartDate().orElseThrow().getDate())).isEqualTo(NOON);
        assertThat(Instant.from(first.getEndDate().orElseThrow().getDate())).isEqualTo(end);
        assertThat(first.getUid().orElseThrow().getValue()).isEqualTo("task-1@desk.pilet.test");
        assertThat(text).contains("https://desk.pilet.test/pilet/agent/ticket.xhtml?number=107");
        assertThat(Instant.from(events.get(1).getStartDate().orElseThrow().getDate()))
                .isEqualTo(end);
    }

    private static TaskView task(long id, String title, Instant start, Instant due) {
        return new TaskView(id, 7, "107", "Printer", null, title, 2L, "Jaan", start, due, false, null, null, 0);
    }
}
