package org.pilet.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pilet.tickets.Status;

class ReportFormatTest {

    private static final String PERSIAN = "پشتیبانی فنی";
    private static final String CYRILLIC = "Бухгалтерия";

    static List<ReportFormat> formats() {
        return List.of(new CsvFormat(), new XlsxFormat(), new PdfFormat());
    }

    /** The contract of every format. */
    @ParameterizedTest
    @MethodSource("formats")
    void the_same_report_gives_the_same_bytes(ReportFormat format) throws Exception {
        assertThat(write(format)).isEqualTo(write(format));
    }

    /** The only thing that could still differ later is the time of writing, and the archive's grain is two seconds. */
    @Test
    void the_time_of_writing_is_nowhere_in_a_file() throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(write(new XlsxFormat())))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo("2026-03-04T00:00:00");
            }
        }
        Map<String, String> info = new PdfReader(write(new PdfFormat())).getInfo();
        assertThat(info)
                .containsEntry("CreationDate", "D:20260303220000Z")
                .containsEntry("ModDate", "D:20260303220000Z");
    }

    @Test
    void csv_has_a_line_for_each_figure_with_exact_seconds() throws Exception {
        String text = new String(write(new CsvFormat()), StandardCharsets.UTF_8);
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
        assertThat(rows).hasSize(report().lines().size());
        CSVRecord response = rows.stream()
                .filter(row -> row.get("metric").equals("FIRST_RESPONSE")
                        && row.get("dimension").equals("ALL"))
                .findFirst()
                .orElseThrow();
        assertThat(response.get("calendar_median_s")).isEqualTo("3600");
        assertThat(rows).anyMatch(row -> row.get("name").equals(PERSIAN));
    }

    @Test
    void a_name_that_looks_like_a_formula_does_no_harm_in_a_spreadsheet() {
        assertThat(CsvFormat.harmless("=1+1")).isEqualTo("'=1+1");
        assertThat(CsvFormat.harmless("Anna")).isEqualTo("Anna");
    }

    @Test
    void xlsx_has_a_sheet_for_each_dimension_and_the_names_in_it() throws Exception {
        Map<String, String> parts = unzip(write(new XlsxFormat()));
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"Queue\"", "name=\"Agent\"", "name=\"Channel\"");
        assertThat(parts.get("xl/sharedStrings.xml")).contains(entities(PERSIAN), entities(CYRILLIC));
        assertThat(parts.get("docProps/core.xml")).contains("2026-03-03T22:00:00Z");
    }

    @Test
    void pdf_can_be_read_again_and_shows_cyrillic() throws Exception {
        PdfReader reader = new PdfReader(write(new PdfFormat()));
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        assertThat(text).contains("Figures of 2026-03-03", "First response", CYRILLIC);
    }

    private static String entities(String text) {
        return text.codePoints()
                .mapToObj(c -> c < 128 ? Character.toString(c) : "&#x" + Integer.toHexString(c) + ";")
                .collect(Collectors.joining());
    }

    static DayReport report() {
        FigureSum sum = new FigureSum();
        ReportedTicket one = new Histories()
                .status("3 09:00", Status.NEW)
                .owner("3 09:30", 5L)
                .agentWrites("3 10:00", 5)
                .status("3 11:00", Status.RESOLVED)
                .build();
        ReportedTicket other = new Histories()
                .status("3 08:00", Status.NEW)
                .queue("3 08:01", 2)
                .target(Metric.SLA_FIRST_RESPONSE, "3 12:00", ReportedTicket.TurnKind.BREACHED)
                .build();
        List.of(one, other).forEach(ticket -> FactRules.facts(ticket, Histories.TUESDAY, new SlowOpenTime())
                .forEach(sum::add));
        Map<String, String> names = Map.of("1", CYRILLIC, "2", PERSIAN);
        List<NamedFigure> lines = sum.figures().stream()
                .map(figure -> new NamedFigure(
                        figure,
                        figure.dimension() == Dimension.QUEUE
                                ? names.getOrDefault(figure.key(), figure.key())
                                : figure.key()))
                .toList();
        return new DayReport(LocalDate.of(2026, 3, 3), ZoneId.of("Europe/Tallinn"), lines);
    }

    private static byte[] write(ReportFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(report(), bytes);
        return bytes.toByteArray();
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
