package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pilet.platform.InvalidInput;
import org.pilet.tickets.Channel;

class ReplyChannelTest {

    private static final String ANNA = "anna@northwind.test";

    @Test
    void goes_by_mail_where_there_is_an_address_unless_something_is_chosen() {
        assertThat(ReplyChannel.of(answer(null, null, null), ANNA)).isEqualTo(Channel.EMAIL);
        assertThat(ReplyChannel.of(answer("bo@x.test", null, null), null)).isEqualTo(Channel.EMAIL);
        assertThat(ReplyChannel.of(answer(null, null, null), null)).isEqualTo(Channel.PORTAL);
    }

    @Test
    void goes_as_it_was_chosen() {
        for (Channel chosen : Reply.CHANNELS) {
            assertThat(ReplyChannel.of(answer(null, null, chosen), ANNA)).isEqualTo(chosen);
        }
        assertThat(ReplyChannel.of(answer("bo@x.test", null, Channel.EMAIL), null))
                .isEqualTo(Channel.EMAIL);
    }

    @Test
    void is_refused_where_it_makes_no_sense() {
        refused(answer(null, null, Channel.EMAIL), null, "channel", "noAddress");
        refused(answer(null, null, Channel.CHAT), ANNA, "channel", "oneOf");
        refused(answer("bo@x.test", null, Channel.PORTAL), ANNA, "to", "noMail");
        refused(answer(null, "bo@x.test", Channel.PHONE), ANNA, "cc", "noMail");
    }

    private static void refused(Reply reply, String requesterEmail, String field, String rule) {
        assertThatThrownBy(() -> ReplyChannel.of(reply, requesterEmail))
                .isInstanceOfSatisfying(InvalidInput.class, no -> {
                    assertThat(no.field()).isEqualTo(field);
                    assertThat(no.key()).endsWith("." + rule);
                });
    }

    private static Reply answer(String to, String cc, Channel by) {
        return new Reply(7, "<p>Done</p>", to, cc, List.of(), null, null, null, null, by);
    }
}
