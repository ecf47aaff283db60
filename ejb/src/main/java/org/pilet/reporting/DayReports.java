package org.pilet.reporting;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored figures, made ready for files. */
@Dependent
class DayReports {

    static final List<ReportFormat> FORMATS = List.of(new CsvFormat(), new XlsxFormat(), new PdfFormat());

    @Inject
    private FigureStore figures;

    /** Empty when the day has not been reported. */
    Optional<DayReport> of(LocalDate day) {
        return figures.day(day).map(reported -> new DayReport(day, reported.zone(), named(figures.figures(day))));
    }

    List<NamedFigure> named(List<Figure> list) {
        List<NamedFigure> lines = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            Map<String, String> names = figures.names(dimension);
            for (Figure figure : list) {
                if (figure.dimension() == dimension) {
                    lines.add(new NamedFigure(figure, names.getOrDefault(figure.key(), figure.key())));
                }
            }
        }
        return lines;
    }

    static String fileName(LocalDate day, ReportFormat format) {
        return "pilet-" + day + "." + format.extension();
    }
}
