package org.pilet.reporting.dashboard;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;

/**
 * A widget on somebody's dashboard.
 *
 * @param view the kept list's id, for {@link Widget#KEPT_VIEW} only
 * @param wide whether it takes twice the room
 */
public record Tile(Widget widget, Long view, boolean wide) implements Serializable {

    private static final Pattern TEXT = Pattern.compile("([A-Z_]{1,30})(?:/(\\d{1,18}))?(\\+)?");

    public Tile {
        if (widget == null || (widget == Widget.KEPT_VIEW) != (view != null)) {
            throw new InvalidInput("tile", "unknown", widget);
        }
    }

    /** Of its usual size. */
    public static Tile of(Widget widget) {
        return new Tile(widget, null, false);
    }

    /** From {@link #key}, of its usual size. Refused with {@link InvalidInput} when there is no such tile. */
    public static Tile of(String key) {
        return read(key).orElseThrow(() -> new InvalidInput("tile", "unknown", key));
    }

    /** What tells it from others: no two tiles of a dashboard have the same. */
    public String key() {
        return view == null ? widget.name() : widget.name() + "/" + view;
    }

    Tile resized() {
        return new Tile(widget, view, !wide);
    }

    String text() {
        return wide ? key() + "+" : key();
    }

    /** Empty for what later versions may have written. */
    static Optional<Tile> read(String text) {
        Matcher matcher = TEXT.matcher(String.valueOf(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Tile(
                    Widget.valueOf(matcher.group(1)),
                    matcher.group(2) == null ? null : Long.valueOf(matcher.group(2)),
                    matcher.group(3) != null));
        } catch (IllegalArgumentException | InvalidInput unknown) {
            return Optional.empty();
        }
    }
}
