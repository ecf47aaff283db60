package org.pilet.reporting;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The day on a few pages, for people. Its own font shows Latin, Cyrillic and Arabic script, so names of customers'
 * queues and agents read right, in either direction.
 */
class PdfFormat implements ReportFormat {

    private static final Color LINE = new Color(0xe4, 0xe7, 0xec);
    private static final Color SUNKEN = new Color(0xf6, 0xf7, 0xf9);
    private static final List<Metric> COLUMNS = List.of(
            Metric.VOLUME,
            Metric.RESOLUTION_FULL,
            Metric.BACKLOG_END,
            Metric.BACKLOG_OVERDUE,
            Metric.FIRST_RESPONSE,
            Metric.NEXT_RESPONSE,
            Metric.SLA_ALL,
            Metric.SLA_ADJUSTED);

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public void write(DayReport report, OutputStream target) throws IOException {
        BaseFont face = face();
        Document document = new Document(PageSize.A4.rotate(), 36, 36, 36, 36);
        PdfWriter writer = PdfWriter.getInstance(document, target);
        writer.setCloseStream(false);
        document.addTitle("Figures of " + report.day());
        document.open();
        stamp(writer, report);
        document.add(new Paragraph("Figures of " + report.day(), new Font(face, 16)));
        document.add(new Paragraph(
                "Day in the zone " + report.zone() + ", definitions version " + Metric.DEFINITION_VERSION
                        + ". Durations as median / 90th percentile in open hours; excluded tickets in brackets.",
                new Font(face, 8, Font.NORMAL, Color.DARK_GRAY)));
        document.add(everything(report, face));
        for (Dimension dimension : Dimension.values()) {
            if (dimension != Dimension.ALL && !report.of(dimension).isEmpty()) {
                document.add(byKey(report, dimension, face));
            }
        }
        document.close();
    }

    static BaseFont face() throws IOException {
        try (InputStream font = PdfFormat.class.getResourceAsStream("DejaVuSans.ttf")) {
            BaseFont face = BaseFont.createFont(
                    "DejaVuSans.ttf",
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    false, // a cached face would be shared with other threads that write a file
                    font.readAllBytes(),
                    null);
            face.setSecureRandom(new AlwaysTheSame());
            return face;
        }
    }

    private static void stamp(PdfWriter writer, DayReport report) {
        String end = report.period()
                .end()
                .atOffset(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT));
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfString("D:" + end + "Z"));
        writer.getInfo().put(PdfName.MODDATE, new PdfString("D:" + end + "Z"));
        byte[] id = ("pilet " + report.day()).getBytes(StandardCharsets.US_ASCII);
        writer.getInfo().put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    }

    /** Part of the table's head, so that it never stands alone at the foot of a page. */
    private static void heading(PdfPTable table, String text, BaseFont face) {
        PdfPCell cell = new PdfPCell(new Phrase(text, new Font(face, 12)));
        cell.setColspan(table.getNumberOfColumns());
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingTop(12);
        cell.setPaddingBottom(6);
        table.addCell(cell);
    }

    private static PdfPTable everything(DayReport report, BaseFont face) {
        PdfPTable table = table(new float[] {3, 1, 2, 2, 1});
        cell(table, face, "Metric", Look.HEAD);
        List.of("n", "Wall clock", "Open hours", "Excluded").forEach(text -> cell(table, face, text, Look.HEAD_NUMBER));
        table.setHeaderRows(1);
        for (NamedFigure line : report.of(Dimension.ALL)) {
            Figure figure = line.figure();
            cell(table, face, DayReport.words(figure.metric()), Look.TEXT);
            cell(table, face, figure.share() == null ? "" + figure.n() : percent(figure), Look.NUMBER);
            cell(table, face, brief(figure.calendar()), Look.NUMBER);
            cell(table, face, brief(figure.business()), Look.NUMBER);
            cell(table, face, figure.excluded() == 0 ? "" : "" + figure.excluded(), Look.NUMBER);
        }
        return table;
    }

    private static PdfPTable byKey(DayReport report, Dimension dimension, BaseFont face) {
        float[] widths = new float[COLUMNS.size() + 1];
        java.util.Arrays.fill(widths, 1.2f);
        widths[0] = 2.5f;
        PdfPTable table = table(widths);
        heading(table, "By " + DayReport.words(dimension).toLowerCase(Locale.ROOT), face);
        cell(table, face, DayReport.words(dimension), Look.HEAD);
        COLUMNS.forEach(metric -> cell(table, face, DayReport.words(metric), Look.HEAD_NUMBER));
        table.setHeaderRows(2);
        Map<String, List<NamedFigure>> keys = report.of(dimension).stream()
                .collect(Collectors.groupingBy(line -> line.figure().key(), LinkedHashMap::new, Collectors.toList()));
        keys.values().forEach(lines -> {
            cell(table, face, lines.get(0).name(), Look.TEXT);
            COLUMNS.forEach(metric -> cell(table, face, value(lines, metric), Look.NUMBER));
        });
        return table;
    }

    private static String value(List<NamedFigure> lines, Metric metric) {
        return lines.stream()
                .map(NamedFigure::figure)
                .filter(figure -> figure.metric() == metric)
                .findFirst()
                .map(PdfFormat::value)
                .orElse("");
    }

    private static String value(Figure figure) {
        String excluded = figure.excluded() == 0 ? "" : " (" + figure.excluded() + ")";
        return switch (figure.metric().kind()) {
            case COUNT, FLOW -> figure.n() + excluded;
            case DURATION -> figure.n() + ": " + brief(figure.business()) + excluded;
            case SHARE -> percent(figure) + excluded;
        };
    }

    private static String percent(Figure figure) {
        return figure.share() == null
                ? ""
                : String.format(Locale.ROOT, "%.1f %% (%d of %d)", figure.share() * 100, figure.hits(), figure.n());
    }

    private static String brief(Distribution distribution) {
        return distribution == null ? "" : hours(distribution.median()) + " / " + hours(distribution.p90());
    }

    private static String hours(Duration duration) {
        return String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
    }

    private static PdfPTable table(float[] widths) {
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(8);
        return table;
    }

    private static void cell(PdfPTable table, BaseFont face, String text, Look look) {
        PdfPCell cell = new PdfPCell(new Phrase(text, new Font(face, 8)));
        cell.setHorizontalAlignment(look.number ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setBackgroundColor(look.ground);
        cell.setRunDirection(PdfWriter.RUN_DIRECTION_LTR); // reorders and joins Arabic letters within the cell
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(4);
        table.addCell(cell);
    }

    private enum Look {
        HEAD(SUNKEN, false),
        HEAD_NUMBER(SUNKEN, true),
        TEXT(null, false),
        NUMBER(null, true);

        private final Color ground;
        private final boolean number;

        Look(Color ground, boolean number) {
            this.ground = ground;
            this.number = number;
        }
    }

    /** The embedded subset's tag is random by habit of the library, not for any secret; here it must repeat. */
    private static final class AlwaysTheSame extends SecureRandom {

        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            java.util.Arrays.fill(bytes, (byte) 7);
        }

        @Override
        public int nextInt(int bound) {
            return 7 % bound;
        }

        @Override
        public double nextDouble() {
            return 0.5;
        }
    }
}
