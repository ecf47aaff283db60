package org.pilet.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One line a figure, durations in seconds, for machines. UTF-8, RFC 4180. */
class CsvFormat implements ReportFormat {

    private static final String[] COLUMNS = {
        "day",
        "zone",
        "definition_version",
        "dimension",
        "key",
        "name",
        "metric",
        "n",
        "hits",
        "excluded",
        "calendar_median_s",
        "calendar_p90_s",
        "calendar_mean_s",
        "business_median_s",
        "business_p90_s",
        "business_mean_s"
    };

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8";
    }

    @Override
    public void write(DayReport report, OutputStream target) throws IOException {
        Writer writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(
                writer, CSVFormat.RFC4180.builder().setHeader(COLUMNS).get());
        for (NamedFigure line : report.lines()) {
            Figure figure = line.figure();
            Distribution calendar = figure.calendar();
            Distribution business = figure.business();
            printer.printRecord(
                    report.day(),
                    report.zone(),
                    Metric.DEFINITION_VERSION,
                    figure.dimension(),
                    figure.key(),
                    harmless(line.name()),
                    figure.metric(),
                    figure.n(),
                    figure.hits(),
                    figure.excluded(),
                    calendar == null ? null : seconds(calendar.median()),
                    calendar == null ? null : seconds(calendar.p90()),
                    calendar == null ? null : seconds(calendar.mean()),
                    business == null ? null : seconds(business.median()),
                    business == null ? null : seconds(business.p90()),
                    business == null ? null : seconds(business.mean()));
        }
        printer.flush();
    }

    /** A spreadsheet would run a name that begins like a formula. */
    static String harmless(String name) {
        return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }

    private static String seconds(Duration duration) {
        BigDecimal exact = BigDecimal.valueOf(Distribution.micros(duration), 6).stripTrailingZeros();
        return exact.toPlainString();
    }
}
