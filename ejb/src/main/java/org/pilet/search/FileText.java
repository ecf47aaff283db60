package org.pilet.search;

import com.rtfparserkit.converter.text.StringTextConverter;
import com.rtfparserkit.parser.RtfStreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.hssf.extractor.ExcelExtractor;
import org.apache.poi.hwpf.extractor.WordExtractor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jsoup.Jsoup;
import org.mozilla.universalchardet.UniversalDetector;

/** How the words of a file are found, by what the file says it is. Files come from anybody: none may harm its reader. */
enum FileText {
    PLAIN {
        @Override
        String words(byte[] file) {
            return decoded(file);
        }
    },
    HTML {
        @Override
        String words(byte[] file) {
            return Jsoup.parse(decoded(file)).text();
        }
    },
    PDF {
        @Override
        String words(byte[] file) throws IOException {
            try (PDDocument document = Loader.loadPDF(file)) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setEndPage(PAGES);
                return stripper.getText(document);
            }
        }
    },
    /** Office files since 2007 and those of OpenDocument. */
    PACKED {
        @Override
        String words(byte[] file) throws IOException {
            return new PackedText(LONGEST).read(file);
        }
    },
    WORD {
        @Override
        String words(byte[] file) throws IOException {
            try (WordExtractor extractor = new WordExtractor(new ByteArrayInputStream(file))) {
                return extractor.getText();
            }
        }
    },
    EXCEL {
        @Override
        String words(byte[] file) throws IOException {
            try (ExcelExtractor extractor = new ExcelExtractor(new POIFSFileSystem(new ByteArrayInputStream(file)))) {
                return extractor.getText();
            }
        }
    },
    RTF {
        @Override
        String words(byte[] file) throws IOException {
            StringTextConverter converter = new StringTextConverter();
            converter.convert(new RtfStreamSource(new ByteArrayInputStream(file)));
            return converter.getText();
        }
    },
    /** Pictures, archives and whatever else has no words. */
    NONE {
        @Override
        String words(byte[] file) {
            return "";
        }
    };

    private static final Logger LOG = Logger.getLogger(FileText.class.getName());

    /** What a broken file makes its parser say is nothing that anybody who runs the server could mend. */
    private static final List<Logger> SILENT = List.of(
            Logger.getLogger("org.apache.pdfbox"),
            Logger.getLogger("org.apache.pdfbox.io.IOUtils"),
            Logger.getLogger("org.apache.fontbox"));

    static {
        SILENT.forEach(each -> each.setLevel(Level.OFF));
    }

    /** Nobody looks for what stands further down. */
    private static final int LONGEST = 200_000;

    private static final int PAGES = 300;

    private static final Map<String, FileText> KINDS = Stream.of(
                    entries(
                            PLAIN, "txt", "csv", "log", "md", "json", "xml", "yaml", "yml", "ini", "conf", "ics",
                            "eml"),
                    entries(HTML, "html", "htm", "xhtml"),
                    entries(PDF, "pdf"),
                    entries(PACKED, "docx", "xlsx", "pptx", "odt", "ods", "odp"),
                    entries(WORD, "doc"),
                    entries(EXCEL, "xls"),
                    entries(RTF, "rtf"))
            .flatMap(each -> each.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    abstract String words(byte[] file) throws IOException;

    /** By the end of its name, or else by its media type. */
    static FileText of(String name, String mediaType) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (KINDS.containsKey(end)) {
            return KINDS.get(end);
        }
        if (type.startsWith("text/html")) {
            return HTML;
        }
        if (type.startsWith("application/pdf")) {
            return PDF;
        }
        return type.startsWith("text/") ? PLAIN : NONE;
    }

    /** Its words, as far as it can be read. */
    String read(byte[] file) {
        try {
            String words = words(file);
            return (words.length() > LONGEST ? words.substring(0, LONGEST) : words).replace('\0', ' ');
        } catch (IOException
                | RuntimeException
                | StackOverflowError broken) { // parsers throw all sorts over broken files
            LOG.log(Level.FINE, "A file of the kind " + this + " cannot be read for its words", broken);
            return "";
        }
    }

    private static Map<String, FileText> entries(FileText kind, String... ends) {
        return Stream.of(ends).collect(Collectors.toMap(end -> end, end -> kind));
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException other) {
            UniversalDetector detector = new UniversalDetector();
            detector.handleData(file, 0, file.length);
            detector.dataEnd();
            String name = detector.getDetectedCharset();
            boolean known = name != null && Charset.isSupported(name);
            return new String(file, known ? Charset.forName(name) : Charset.forName("windows-1252"));
        }
    }
}
