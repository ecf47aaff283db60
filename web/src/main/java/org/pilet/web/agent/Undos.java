package org.pilet.web.agent;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/**
 * The small gestures that the agent has made last, each with what takes it back; the last one is taken back first. It
 * lives with the session, so that leaving the page loses none.
 */
@Named
@SessionScoped
public class Undos implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Nobody goes back further. */
    private static final int MOST = 30;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    @Inject
    private UndoDoors doors;

    private final Deque<Undo> last = new ArrayDeque<>();

    /** Takes one gesture back. */
    interface Undo extends Serializable {
        void takeBack(UndoDoors doors);
    }

    /** Says what was done, and offers to take it back. */
    void offer(String words, Undo undo) {
        last.push(undo);
        if (last.size() > MOST) {
            last.removeLast();
        }
        toasts.sayWithUndo(words, "undoLast");
    }

    /** Takes the last gesture back; what cannot be taken back any more is refused and forgotten. */
    public void takeBack() {
        if (last.isEmpty()) {
            toasts.say(texts.get("undo.nothing"));
            return;
        }
        last.pop().takeBack(doors);
        toasts.say(texts.get("ticket.undone"));
    }
}
