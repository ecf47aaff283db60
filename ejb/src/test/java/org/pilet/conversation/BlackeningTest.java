package org.pilet.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pilet.conversation.Blackening.BAR;

import org.junit.jupiter.api.Test;

class BlackeningTest {

    private final Blackening card = new Blackening("4111 1111");

    @Test
    void takes_words_out_of_text_wherever_they_stand() {
        assertThat(card.text("My card 4111 1111, again 4111\u00a01111.\n> said: 4111\n> 1111!"))
                .isEqualTo("My card " + BAR + ", again " + BAR + ".\n> said: " + BAR + "!");
        assertThat(new Blackening("Õlu.*").text("õLU.* olu")).isEqualTo(BAR + " olu");
        assertThat(card.text(null)).isNull();
    }

    @Test
    void takes_words_out_of_markup_and_leaves_the_rest() {
        assertThat(card.html("<p>It is <b>41</b>11 <i>1111</i> &amp; more</p>"))
                .isEqualTo("<p>It is <b>" + BAR + "</b><i></i> &amp; more</p>");
        assertThat(card.html("<a href=\"tel:4111 1111\" rel=\"x\">call</a>")).isEqualTo("<a rel=\"x\">call</a>");
        assertThat(card.html("<p>two 4111 1111 4111 1111 times</p>"))
                .isEqualTo("<p>two " + BAR + " " + BAR + " times</p>");
        String other = "<P>Nothing here<br>of it</P>";
        assertThat(card.html(other)).isEqualTo(other);
    }

    @Test
    void markup_that_parts_the_words_by_blocks_is_given_up() {
        assertThat(card.html("<p>4111</p><p>1111</p>")).isNull();
        assertThat(card.html(null)).isNull();
    }
}
