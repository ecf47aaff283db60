package org.pilet.web.common;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/**
 * Small words that a gesture has worked, with an undo where there is one. The page's script shows them for a few seconds;
 * an undo is the name of a command script on the page.
 */
@Named
@RequestScoped
public class Toasts {

    private final List<Toast> waiting = new ArrayList<>();

    /** One toast; {@code undo} is null where nothing can be taken back. */
    public record Toast(String text, String undo) {}

    public void say(String text) {
        waiting.add(new Toast(text, null));
    }

    public void sayWithUndo(String text, String undoScript) {
        waiting.add(new Toast(text, undoScript));
    }

    public List<Toast> getWaiting() {
        return waiting;
    }
}
