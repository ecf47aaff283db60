package org.pilet.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** One sheet a dimension, durations as hours and minutes that can be added up, shares as percentages. */
class XlsxFormat implements ReportFormat {

    private static final String[] COLUMNS = {
        "Name",
        "Metric",
        "n",
        "Hits",
        "Share",
        "Excluded",
        "Median",
        "90th percentile",
        "Mean",
        "Median, open hours",
        "90th percentile, open hours",
        "Mean, open hours"
    };
    private static final String HOURS = "[h]:mm:ss";

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public void write(DayReport report, OutputStream target) throws IOException {
        Path draft = Files.createTempFile("pilet", ".xlsx");
        try {
            try (Workbook workbook = new Workbook(Files.newOutputStream(draft), "Pilet", "1.0")) {
                for (Dimension dimension : Dimension.values()) {
                    sheet(workbook.newWorksheet(DayReport.words(dimension)), report, dimension);
                }
            }
            withoutTimeOfWriting(draft, report, target);
        } finally {
            Files.delete(draft);
        }
    }

    private static void sheet(Worksheet sheet, DayReport report, Dimension dimension) {
        sheet.value(0, 0, "Figures of " + report.day() + ", " + report.zone());
        sheet.style(0, 0).bold().set();
        for (int column = 0; column < COLUMNS.length; column++) {
            sheet.value(1, column, COLUMNS[column]);
            sheet.style(1, column).bold().fillColor("F6F7F9").set();
            sheet.width(column, column < 2 ? 32 : 14);
        }
        sheet.freezePane(2, 2);
        int row = 2;
        for (NamedFigure line : report.of(dimension)) {
            row(sheet, row++, line);
        }
    }

    private static void row(Worksheet sheet, int row, NamedFigure line) {
        Figure figure = line.figure();
        sheet.value(row, 0, line.name());
        sheet.value(row, 1, DayReport.words(figure.metric()));
        sheet.value(row, 2, figure.n());
        if (figure.share() != null) {
            sheet.value(row, 3, figure.hits());
            sheet.value(row, 4, figure.share());
            sheet.style(row, 4).format("0.0%").set();
        }
        sheet.value(row, 5, figure.excluded());
        durations(sheet, row, 6, figure.calendar());
        durations(sheet, row, 9, figure.business());
    }

    private static void durations(Worksheet sheet, int row, int column, Distribution distribution) {
        if (distribution != null) {
            duration(sheet, row, column, distribution.median());
            duration(sheet, row, column + 1, distribution.p90());
            duration(sheet, row, column + 2, distribution.mean());
        }
    }

    private static void duration(Worksheet sheet, int row, int column, Duration duration) {
        sheet.value(
                row, column, DayReport.seconds(duration) / Duration.ofDays(1).toSeconds());
        sheet.style(row, column).format(HOURS).set();
    }

    /** The library stamps the current time into the archive; here it becomes the end of the reported day. */
    private static void withoutTimeOfWriting(Path draft, DayReport report, OutputStream target) throws IOException {
        Instant end = report.period().end();
        LocalDateTime stamp = report.day().plusDays(1).atStartOfDay();
        ZipOutputStream zip = new ZipOutputStream(target);
        try (ZipFile source = new ZipFile(draft.toFile())) {
            for (ZipEntry entry : Collections.list(source.entries())) {
                byte[] content = source.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(stamp);
                zip.putNextEntry(copy);
                zip.write(entry.getName().equals("docProps/core.xml") ? created(content, end) : content);
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private static byte[] created(byte[] properties, Instant at) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + at)
                .getBytes(StandardCharsets.UTF_8);
    }
}
