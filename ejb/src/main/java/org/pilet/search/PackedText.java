package org.pilet.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The words of an office file that is an archive of XML. Only so much is ever unpacked that its words are full, so that a
 * small file that unpacks to a large one costs nothing; no document type is read, and nothing outside the file.
 */
class PackedText {

    private static final Pattern WITH_WORDS =
            Pattern.compile("content\\.xml|word/(document|header\\d*|footer\\d*|footnotes"
                    + "|endnotes|comments)\\.xml|xl/sharedStrings\\.xml|xl/worksheets/sheet\\d+\\.xml|ppt/(slides/slide|notesSlides"
                    + "/notesSlide)\\d+\\.xml");

    /** Behind these a word ends; others part a word only to give it another look. */
    private static final Set<String> ENDS = Set.of("p", "h", "tab", "br", "si", "is", "s", "line-break", "table-cell");

    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private static final long MOST_UNPACKED = 60L * 1024 * 1024;

    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private long unpacked;

    PackedText(int longest) {
        this.longest = longest;
    }

    String read(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && !isFull(); entry = zip.getNextEntry()) {
                if (WITH_WORDS.matcher(entry.getName()).matches()) {
                    add(new Counted(zip), entry.getName().startsWith("xl/worksheets"));
                } else {
                    new Counted(zip).transferTo(OutputStream.nullOutputStream()); // is unpacked to be passed over, too
                }
            }
        }
        return text.toString();
    }

    /** Of a sheet only what stands in its cells as words: the others are named by numbers. */
    private void add(InputStream part, boolean sheet) throws IOException {
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(part);
            boolean wanted = !sheet;
            while (xml.hasNext() && !isFull()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT
                        && sheet
                        && xml.getLocalName().equals("is")) {
                    wanted = true;
                } else if (event == XMLStreamConstants.CHARACTERS && wanted) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT && ENDS.contains(xml.getLocalName())) {
                    text.append(' ');
                    wanted = !sheet;
                }
            }
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        text.append(' ');
    }

    private boolean isFull() {
        return text.length() >= longest || unpacked > MOST_UNPACKED;
    }

    /** Counts what is unpacked, and never closes the archive when its reader is done with one part. */
    private final class Counted extends InputStream {

        private final InputStream part;

        Counted(InputStream part) {
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = part.read(bytes, from, length);
            unpacked += Math.max(0, count);
            if (unpacked > MOST_UNPACKED) {
                throw new IOException("Unpacks to too much");
            }
            return count;
        }
    }
}
