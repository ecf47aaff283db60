package org.pilet.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pilet.platform.InvalidInput;

class HolidayFileTest {

    @Test
    void whole_days_are_taken_and_appointments_are_not() {
        assertThat(read(
                        2026,
                        2027,
                        "DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Christmas",
                        "DTSTART:20261231T100000Z\r\nDTEND:20261231T120000Z\r\nSUMMARY:Party",
                        "DTSTART;VALUE=DATE:20260501\r\nSUMMARY:May\r\nSTATUS:CANCELLED",
                        "DTSTART;VALUE=DATE:20200224\r\nRRULE:FREQ=YEARLY\r\nEXDATE;VALUE=DATE:20270224\r\nSUMMARY:Independence",
                        "DTSTART;VALUE=DATE:20201126\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\nSUMMARY:Thanks"))
                .containsExactly(
                        "2026-02-24 Independence",
                        "2026-11-26 Thanks",
                        "2026-12-24 Christmas",
                        "2026-12-25 Christmas",
                        "2026-12-26 Christmas",
                        "2027-11-25 Thanks");
    }

    @Test
    void what_is_no_calendar_is_refused() {
        assertThatThrownBy(() -> HolidayFile.read("<html>".getBytes(StandardCharsets.UTF_8), 2026, 2026))
                .isInstanceOfSatisfying(
                        InvalidInput.class, no -> assertThat(no.field()).isEqualTo("file"));
        assertThatThrownBy(() -> HolidayFile.read(new byte[0], 2026, 2099)).isInstanceOf(InvalidInput.class);
    }

    private static List<String> read(int firstYear, int lastYear, String... events) {
        StringBuilder file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n");
        for (int i = 0; i < events.length; i++) {
            file.append("BEGIN:VEVENT\r\nUID:")
                    .append(i)
                    .append("\r\nDTSTAMP:20260101T000000Z\r\n")
                    .append(events[i])
                    .append("\r\nEND:VEVENT\r\n");
        }
        file.append("END:VCALENDAR\r\n");
        return HolidayFile.read(file.toString().getBytes(StandardCharsets.UTF_8), firstYear, lastYear).stream()
                .map(holiday -> holiday.day() + " " + holiday.name())
                .toList();
    }
}
