package org.pilet.web.reports;

import org.pilet.reporting.Figure;

/**
 * A figure that stands on top: the night's, the one of the day before and the one of this moment.
 *
 * @param trend up, down or same
 * @param mood better, worse or neither: what the trend means
 */
public record KeyFigure(Figure figure, Figure before, Figure live, String trend, String mood) {

    static KeyFigure of(Figure figure, Figure before, Figure live) {
        boolean comparable = before != null && says(figure) && says(before);
        int direction = comparable ? Double.compare(weight(figure), weight(before)) : 0;
        return new KeyFigure(figure, before, live, trend(direction), mood(figure, direction));
    }

    private static String trend(int direction) {
        return direction == 0 ? "same" : direction > 0 ? "up" : "down";
    }

    private static String mood(Figure figure, int direction) {
        boolean moreIsWorse =
                switch (figure.metric()) {
                    case BACKLOG_END, BACKLOG_OVERDUE, FIRST_RESPONSE, RESOLUTION_FULL -> true;
                    default -> false;
                };
        boolean moreIsBetter = figure.metric().kind() == org.pilet.reporting.Metric.Kind.SHARE;
        if (direction == 0 || !(moreIsWorse || moreIsBetter)) {
            return "neither";
        }
        return (direction > 0) == moreIsBetter ? "better" : "worse";
    }

    /** Whether there is anything to compare: of nothing answered there is no median, and none is no better than another. */
    private static boolean says(Figure figure) {
        return switch (figure.metric().kind()) {
            case COUNT, FLOW -> true;
            case DURATION -> figure.business() != null;
            case SHARE -> figure.share() != null;
        };
    }

    private static double weight(Figure figure) {
        return switch (figure.metric().kind()) {
            case COUNT, FLOW -> figure.n();
            case DURATION ->
                figure.business() == null ? 0 : figure.business().median().toMillis();
            case SHARE -> figure.share() == null ? 0 : figure.share();
        };
    }
}
