package org.pilet.web.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Duration;
import org.pilet.reporting.Figure;
import org.pilet.reporting.Metric;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Viewer;

/** Figures in the viewer's digits and words. */
@Named
@ApplicationScoped
public class FigureWords {

    @Inject
    private PageTexts texts;

    @Inject
    private Viewer viewer;

    /** What the metric is called. */
    public String name(Metric metric) {
        return texts.get("figure." + metric.name());
    }

    /** The one number that stands for the figure: a count, a median in open hours, a share. A dash when there is none. */
    public String value(Figure figure) {
        if (figure == null) {
            return none();
        }
        return switch (figure.metric().kind()) {
            case COUNT, FLOW -> count(figure.n());
            case DURATION ->
                figure.business() == null ? none() : duration(figure.business().median());
            case SHARE -> figure.share() == null ? none() : share(figure.share());
        };
    }

    /** What it rests on: of how many, how many excluded. */
    public String basis(Figure figure) {
        if (figure == null) {
            return "";
        }
        String of =
                switch (figure.metric().kind()) {
                    case COUNT, FLOW -> "";
                    case DURATION -> texts.of("reports.ofN", count(figure.n()));
                    case SHARE -> texts.of("reports.hitsOfN", count(figure.hits()), count(figure.n()));
                };
        return figure.excluded() == 0
                ? of
                : (of + " " + texts.of("reports.excluded", count(figure.excluded()))).strip();
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(viewer.getLocale()).format(number);
    }

    public String share(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(viewer.getLocale());
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    public String duration(Duration duration) {
        if (duration == null) {
            return none();
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return texts.of("reports.seconds", count(duration.toSeconds()));
        }
        if (duration.compareTo(Duration.ofHours(1)) < 0) {
            return texts.of("reports.minutes", count(duration.toMinutes()));
        }
        return duration.compareTo(Duration.ofHours(100)) < 0
                ? texts.of("reports.hours", count(duration.toHours()), count(duration.toMinutesPart()))
                : texts.of("reports.days", count(duration.toDays()), count(duration.toHoursPart()));
    }

    public String bytes(long size) {
        return size < 1024
                ? texts.of("reports.bytes", count(size))
                : texts.of("reports.kilobytes", count((size + 1023) / 1024));
    }

    private String none() {
        return texts.get("reports.none");
    }
}
