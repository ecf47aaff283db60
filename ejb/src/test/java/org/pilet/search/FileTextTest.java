package org.pilet.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class FileTextTest {

    @Test
    void reads_a_pdf() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter.getInstance(document, bytes);
        document.open();
        document.add(new Paragraph("The gasket of the extruder leaks"));
        document.close();

        assertThat(read("fault.PDF", "application/octet-stream", bytes.toByteArray()))
                .contains("gasket of the extruder");
    }

    @Test
    void reads_office_files_and_does_not_part_words_that_change_their_look() throws IOException {
        byte[] word = zip(Map.of(
                "word/document.xml",
                "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>gas</w:t></w:r><w:r><w:t>ket</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:t>leaks</w:t></w:r></w:p></w:body></w:document>",
                "docProps/app.xml",
                "<x>Application</x>"));
        assertThat(read("fault.docx", "x/y", word)).contains("gasket leaks").doesNotContain("Application");

        byte[] sheet = zip(Map.of(
                "xl/sharedStrings.xml", "<sst><si><t>Extruder</t></si><si><t>Zsebkendő</t></si></sst>",
                "xl/worksheets/sheet1.xml",
                        "<worksheet><c><v>42</v></c><c><is><t>written in</t></is></c></worksheet>"));
        assertThat(read("parts.xlsx", "x/y", sheet))
                .contains("Extruder Zsebkendő", "written in")
                .doesNotContain("42");
        assertThat(read("brief.odt", "x/y", zip(Map.of("content.xml", "<o><p>Tere</p><h>hommikust</h></o>"))))
                .contains("Tere hommikust");
    }

    @Test
    void reads_plain_text_in_whatever_it_is_written() {
        String text = "Принтер на третьем этаже снова не печатает, помогите пожалуйста разобраться";
        assertThat(read("a.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(read("a.log", "x/y", text.getBytes(Charset.forName("windows-1251"))))
                .isEqualTo(text);
        assertThat(read(
                        "noname",
                        "text/html; charset=utf-8",
                        "<p>one<script>two</script>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("one");
    }

    @Test
    void a_broken_a_strange_and_an_enormous_file_are_without_words() throws IOException {
        byte[] junk = "%PDF-1.7 nothing of the kind".getBytes(StandardCharsets.UTF_8);
        assertThat(read("a.pdf", "application/pdf", junk)).isEmpty();
        assertThat(read("a.docx", "x/y", junk)).isEmpty();
        assertThat(read("a.doc", "x/y", junk)).isEmpty();
        assertThat(read("a.xls", "x/y", junk)).isEmpty();
        assertThat(read("a.png", "image/png", junk)).isEmpty();
        assertThat(read("a.docx", "x/y", zip(Map.of("media/zeros.bin", "0".repeat(70 << 20)))))
                .isEmpty();
    }

    @Test
    void nothing_outside_the_file_is_asked_for() throws IOException {
        byte[] nosy = zip(Map.of(
                "content.xml",
                "<!DOCTYPE o [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><o><p>before &x; after</p></o>"));
        assertThat(read("a.odt", "x/y", nosy)).doesNotContain("after");
    }

    private static String read(String name, String type, byte[] file) {
        return FileText.of(name, type).read(file).strip();
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
