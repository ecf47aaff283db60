package org.pilet.reporting.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pilet.platform.InvalidInput;

class ArrangementTest {

    private final Arrangement three = Arrangement.read("VIEWS,MY_DAY+,KEPT_VIEW/7");

    @Test
    void comes_out_of_its_text_as_it_went_in() {
        assertThat(Arrangement.read(three.text())).isEqualTo(three);
        assertThat(three.tiles().get(1).wide()).isTrue();
        assertThat(three.tiles().get(2).view()).isEqualTo(7L);
        assertThat(Arrangement.read(new Arrangement(List.of()).text()).tiles()).isEmpty();
    }

    @Test
    void passes_over_what_it_does_not_understand() {
        assertThat(Arrangement.read("VIEWS,HOLOGRAM,KEPT_VIEW,MY_DAY/3,NEWS").text())
                .isEqualTo("VIEWS,NEWS");
    }

    @Test
    void moves_a_tile_and_stops_at_the_ends() {
        assertThat(three.moved("VIEWS", 1).text()).isEqualTo("MY_DAY+,VIEWS,KEPT_VIEW/7");
        assertThat(three.moved("VIEWS", -1)).isEqualTo(three);
        assertThat(three.moved("KEPT_VIEW/7", 1)).isEqualTo(three);
        assertThat(three.moved("NEWS", 1)).isEqualTo(three);
    }

    @Test
    void puts_a_tile_in_the_place_of_another() {
        assertThat(three.placed("KEPT_VIEW/7", "VIEWS").text()).isEqualTo("KEPT_VIEW/7,VIEWS,MY_DAY+");
        assertThat(three.placed("VIEWS", "KEPT_VIEW/7").text()).isEqualTo("MY_DAY+,KEPT_VIEW/7,VIEWS");
        assertThat(three.placed("VIEWS", "NEWS")).isEqualTo(three);
    }

    @Test
    void resizes_adds_and_removes() {
        assertThat(three.resized("VIEWS").text()).isEqualTo("VIEWS+,MY_DAY+,KEPT_VIEW/7");
        assertThat(three.without("MY_DAY").text()).isEqualTo("VIEWS,KEPT_VIEW/7");
        assertThat(three.with(Tile.of("VIEWS"))).isEqualTo(three);
        assertThat(three.with(Tile.of("NEWS")).text()).endsWith(",NEWS");
    }

    @Test
    void refuses_what_is_no_tile() {
        assertThatThrownBy(() -> Tile.of("KEPT_VIEW")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tile.of("../x")).isInstanceOf(InvalidInput.class);
    }
}
