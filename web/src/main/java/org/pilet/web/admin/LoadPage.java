package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.pilet.automation.routing.Load;
import org.pilet.automation.routing.LoadBoard;
import org.pilet.automation.routing.Loads;

/** Who has how much in hand, and what waits because nobody is eligible. */
@Named
@RequestScoped
public class LoadPage {

    @EJB
    private Loads loads;

    private LoadBoard board = new LoadBoard(List.of(), List.of(), List.of());

    public void load() {
        board = loads.board();
    }

    /** The end of a text's key: there, PAUSE, OUT_OF_OFFICE, off or closed. */
    public String state(Load load) {
        if (!load.active()) {
            return "off";
        }
        if (load.away() != null) {
            return load.away().name();
        }
        return load.atWork() ? "there" : "closed";
    }

    public LoadBoard getBoard() {
        return board;
    }
}
