package org.pilet.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketEventViewTest {

    private static final TicketEventView TAGGED = event("TAGS_CHANGED", "printer, vip", "printer, urgent");
    private static final TicketEventView JOINED = event("PARTICIPANTS_CHANGED", "[1, 12]", "[1, 12, 2]");

    @Test
    void tells_which_of_several_came_or_went() {
        assertThat(TAGGED.concerns("VIP")).isTrue();
        assertThat(TAGGED.concerns("urgent")).isTrue();
        assertThat(TAGGED.concerns("printer")).isFalse();
        assertThat(TAGGED.concerns("print")).isFalse();
        assertThat(JOINED.concerns("2")).isTrue();
        assertThat(JOINED.concerns("12")).isFalse();
        assertThat(event("TAGS_CHANGED", "", "vip").concerns("vip")).isTrue();
    }

    @Test
    void a_change_is_contradicted_by_what_touches_the_same() {
        assertThat(new TicketChange.AddTag("vip").contradicts(TAGGED)).isTrue();
        assertThat(new TicketChange.RemoveTag("printer").contradicts(TAGGED)).isFalse();
        assertThat(new TicketChange.RemoveParticipant(2).contradicts(JOINED)).isTrue();
        assertThat(new TicketChange.AddParticipant(1).contradicts(JOINED)).isFalse();
        assertThat(new TicketChange.Rename("x").contradicts(TAGGED)).isFalse();
        assertThat(new TicketChange.Rename("x").contradicts(event("SUBJECT_CHANGED", "a", "b")))
                .isTrue();
    }

    private static TicketEventView event(String kind, String before, String after) {
        return new TicketEventView(1, Instant.EPOCH, kind, 7L, "Mari", "AGENT", null, before, after);
    }
}
