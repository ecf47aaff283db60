package org.pilet.channels.mail.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.pilet.channels.mail.mime.MailParser.PartReader;
import org.pilet.channels.mail.mime.MailParser.SourceBroken;
import org.pilet.channels.mail.mime.PartTree.Leaf;
import org.pilet.channels.mail.mime.PartTree.Multi;
import org.pilet.channels.mail.mime.PartTree.Node;

/** Listens to the parser and builds the tree of parts; with a reader it hands over the bytes instead of keeping texts. */
final class MailReading extends AbstractContentHandler {

    /** More words than anybody reads; the part itself is kept whole as a file. */
    static final int LONGEST_TEXT = 1 << 20;

    /** HTML may hold pictures within its words; they are taken out of it later. */
    private static final int LONGEST_ILLUSTRATED = 16 << 20;

    private static final Pattern PICTURES = Pattern.compile("(?i)src\\s*=\\s*[\"']?\\s*data:image/");

    private static final int LONGEST_REPORT = 1 << 16;
    private static final int LONGEST_FIELD = 1 << 18;
    private static final int LONGEST_HEADER = 1 << 22;
    private static final int START_OF_PARTS = 1 << 16;
    private static final int DEEPEST = 40;
    private static final int DEEPEST_ENVELOPE = 4;
    private static final int MOST_PARTS = 2000;
    private static final Set<String> UUENCODED = Set.of("x-uuencode", "uuencode", "x-uue", "uue");

    private final PartReader reader;
    private final MailHeaders headers = new MailHeaders();
    private final Deque<Multi> open = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();
    private MailHeaders current = headers;
    private boolean headerSeen;
    private int headerBytes;
    private int leaves;
    private int envelopes;
    private Node root;

    MailReading(PartReader reader) {
        this.reader = reader;
    }

    MailHeaders headers() {
        return headers;
    }

    Node root() {
        return root == null ? new Multi("mixed") : root;
    }

    List<String> faults() {
        return faults;
    }

    void fault(String words) {
        faults.add(words);
    }

    @Override
    public void startHeader() {
        current = headerSeen ? new MailHeaders() : headers;
        headerSeen = true;
        headerBytes = 0;
    }

    @Override
    public void field(Field field) {
        int size = field.getRaw() == null ? 0 : field.getRaw().length();
        headerBytes += size;
        if (size > 0 && headerBytes <= LONGEST_HEADER && field.getName() != null) {
            String value = HeaderText.unfolded(field.getRaw());
            current.add(
                    field.getName().strip(),
                    value.length() > LONGEST_FIELD ? value.substring(0, LONGEST_FIELD) : value);
        }
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) throws MimeException {
        if (open.size() >= DEEPEST) {
            throw new MimeException("more than " + DEEPEST + " multiparts inside each other");
        }
        Multi multi = new Multi(String.valueOf(descriptor.getSubType()).toLowerCase(Locale.ROOT));
        add(multi);
        open.push(multi);
    }

    @Override
    public void endMultipart() {
        open.poll();
    }

    /** What stands before the first part is for programs without MIME, unless the parts are separated by another line. */
    @Override
    public void preamble(InputStream content) throws MimeException, IOException {
        byte[] start = content.readNBytes(START_OF_PARTS);
        Optional<String> boundary = LostBoundary.in(start);
        if (boundary.isPresent() && !open.isEmpty()) {
            fault("The parts are not separated as the header says");
            takeApart(open.peek().kind(), boundary.get(), start, content);
        }
    }

    /** Some programs end a multipart before its last part. */
    @Override
    public void epilogue(InputStream content) throws MimeException, IOException {
        byte[] start = content.readNBytes(START_OF_PARTS);
        Optional<String> boundary = LostBoundary.in(start);
        if (boundary.isPresent() && !open.isEmpty()) {
            fault("Parts stand behind the end of the multipart");
            takeApart(open.peek().kind(), boundary.get(), start, content);
        }
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream content) throws MimeException, IOException {
        if (leaves >= MOST_PARTS) {
            throw new MimeException("more than " + MOST_PARTS + " parts");
        }
        String understood = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
        PartHead head = PartHead.of(understood, descriptor.getCharset(), current);
        String type = head.type();
        if (type.startsWith("multipart/")) {
            byte[] start = content.readNBytes(START_OF_PARTS);
            Optional<String> boundary = LostBoundary.in(start);
            if (boundary.isPresent() && open.size() < DEEPEST) {
                fault("A multipart does not say what separates its parts");
                takeApart(type.substring("multipart/".length()), boundary.get(), start, content);
                return;
            }
            leaf(head, new SequenceInputStream(new ByteArrayInputStream(start), content));
            return;
        }
        leaf(head, new Lenient(decoded(head, content)));
    }

    private void takeApart(String kind, String boundary, byte[] start, InputStream rest)
            throws MimeException, IOException {
        String head = "Content-Type: multipart/" + kind.replaceAll("[^\\w.+-]", "") + "; boundary=\""
                + boundary.replaceAll("([\\\\\"])", "\\\\$1") + "\"\r\n\r\n";
        InputStream again = new SequenceInputStream(
                new ByteArrayInputStream(
                        head.getBytes(StandardCharsets.UTF_8)), // one char for each byte of the boundary
                new SequenceInputStream(new ByteArrayInputStream(start), rest));
        MailParser.parser(this).parse(again);
    }

    private void leaf(PartHead head, InputStream content) throws MimeException, IOException {
        int index = leaves++;
        if (OutlookPack.is(head)) {
            outlook(head, index, content);
        } else if (SignedEnvelope.is(head)) {
            envelope(head, index, content);
        } else if (wordsOf(head) == 0) {
            file(head, index, content);
        } else {
            words(head, index, content);
        }
    }

    private void file(PartHead head, int index, InputStream content) {
        handOver(index, content);
        add(new Leaf(head, index, null, true));
    }

    private void words(PartHead head, int index, InputStream content) throws IOException {
        int limit = wordsOf(head);
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit && (UuencodedFiles.suspected(bytes) || NewsFiles.suspected(bytes))) {
            byte[] rest = content.readNBytes(OutlookPack.LARGEST);
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(bytes);
            all.writeBytes(rest);
            bytes = all.toByteArray();
        }
        if (bytes.length > limit
                && head.type().equals("text/html")
                && PICTURES.matcher(new String(bytes, StandardCharsets.ISO_8859_1))
                        .find()) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(bytes);
            all.writeBytes(content.readNBytes(LONGEST_ILLUSTRATED));
            bytes = all.toByteArray();
            limit = LONGEST_ILLUSTRATED;
        }
        handOver(index, new SequenceInputStream(new ByteArrayInputStream(bytes), content));
        List<InnerFile> files = new ArrayList<>();
        byte[] found = head.type().equals("text/plain") ? withoutFiles(bytes, files) : bytes;
        boolean whole = found.length <= limit;
        byte[] shown = whole ? found : Arrays.copyOf(found, limit);
        add(new Leaf(head, index, text(head, shown), whole));
        inner(head, index, files);
    }

    private static byte[] withoutFiles(byte[] bytes, List<InnerFile> files) {
        byte[] words = bytes;
        if (UuencodedFiles.suspected(words)) {
            UuencodedFiles found = UuencodedFiles.in(words);
            files.addAll(found.files());
            words = found.words();
        }
        if (NewsFiles.suspected(words)) {
            NewsFiles found = NewsFiles.in(words);
            files.addAll(found.files());
            words = found.words();
        }
        return words;
    }

    private static String text(PartHead head, byte[] bytes) {
        if (head.type().equals("text/rtf") || head.type().equals("text/richtext") && rich(bytes)) {
            String words = RichText.plain(bytes);
            return words == null ? "" : words;
        }
        String text = head.type().equals("text/html")
                ? CharsetGuess.html(bytes, head.charset())
                : CharsetGuess.decode(bytes, head.charset());
        switch (head.type()) {
            case "text/enriched" -> text = EnrichedText.plain(text);
            case "text/richtext" -> text = EnrichedText.plainOfOld(text);
            case "text/calendar" -> text = CalendarText.of(text);
            default -> {
                // as it is
            }
        }
        return head.flowed() == null ? text : FlowedText.joined(text, head.flowed());
    }

    private static boolean rich(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 5), StandardCharsets.US_ASCII).equals("{\\rtf");
    }

    private void outlook(PartHead head, int index, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(OutlookPack.LARGEST);
        OutlookPack pack = bytes.length == OutlookPack.LARGEST ? null : OutlookPack.in(bytes);
        if (pack == null) {
            file(head, index, new SequenceInputStream(new ByteArrayInputStream(bytes), content));
            return;
        }
        String words = pack.html() != null ? pack.html() : pack.text() != null ? pack.text() : "";
        add(new Leaf(head.unpacked(pack.html() != null), index, words, true));
        inner(head, index, pack.files());
    }

    /** What is within is the mail; the envelope itself stays with the source. */
    private void envelope(PartHead head, int index, InputStream content) throws MimeException, IOException {
        byte[] bytes = content.readNBytes(OutlookPack.LARGEST);
        byte[] within = bytes.length == OutlookPack.LARGEST || envelopes >= DEEPEST_ENVELOPE
                ? null
                : SignedEnvelope.content(bytes);
        if (within == null) {
            file(head, index, new SequenceInputStream(new ByteArrayInputStream(bytes), content));
            return;
        }
        envelopes++;
        MailParser.parser(this).parse(new ByteArrayInputStream(within));
        envelopes--;
    }

    private void inner(PartHead head, int index, List<InnerFile> files) {
        for (int i = 0; i < files.size(); i++) {
            int place = InnerFile.index(index, i);
            handOver(place, new ByteArrayInputStream(files.get(i).bytes()));
            add(new Leaf(head.inner(files.get(i)), place, null, true));
        }
    }

    private void handOver(int index, InputStream content) {
        if (reader == null) {
            return;
        }
        try {
            reader.read(index, content);
        } catch (IOException unwritable) {
            throw new SourceBroken(unwritable);
        }
    }

    /** As the label says, or almost says. */
    private InputStream decoded(PartHead head, InputStream content) throws IOException {
        if (UUENCODED.contains(head.coding())) {
            try {
                return MimeUtility.decode(content, "uuencode");
            } catch (MessagingException neverForThis) {
                throw new IllegalStateException(neverForThis);
            }
        }
        return switch (head.coding()) {
            case "base64", "b64", "base-64" -> Base64Part.of(content, wordsOf(head) > 0);
            case "quoted-printable", "quoted_printable", "quotedprintable", "qp" ->
                new QuotedPrintableInputStream(content, DecodeMonitor.SILENT);
            default -> content;
        };
    }

    /** How many bytes of the part are read as words; none for a file. */
    private int wordsOf(PartHead head) {
        if (original(head.type()) || aboutDelivery(head.type())) {
            return LONGEST_REPORT;
        }
        boolean words = head.type().startsWith("text/")
                // A multipart that the parser could not take apart is read as plain words.
                || head.type().startsWith("multipart/");
        return words && !head.attachment() ? LONGEST_TEXT : 0;
    }

    /** Whether such a part carries the mail, or its header, that a report is about. */
    static boolean original(String type) {
        return type.equals("message/rfc822")
                || type.equals("message/global")
                || type.equals("text/rfc822-headers")
                || type.equals("message/global-headers")
                || type.equals("message/partial");
    }

    /** Whether such a part tells a program what became of a mail. */
    static boolean aboutDelivery(String type) {
        return type.endsWith("/delivery-status")
                || type.endsWith("/global-delivery-status")
                || type.endsWith("/disposition-notification")
                || type.endsWith("/global-disposition-notification")
                || type.endsWith("/feedback-report");
    }

    private void add(Node node) {
        if (!open.isEmpty()) {
            open.peek().children().add(node);
        } else if (root == null) {
            root = node;
        } else {
            Multi both = new Multi("mixed");
            both.children().add(root);
            both.children().add(node);
            root = both;
        }
    }

    /** Where the transfer encoding breaks off the part ends: what came before is worth reading. */
    private final class Lenient extends InputStream {

        private final InputStream content;
        private boolean broken;

        Lenient(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            try {
                return broken ? -1 : content.read(into, offset, length);
            } catch (IOException malformed) {
                broken = true;
                fault("Broken transfer encoding: " + malformed.getMessage());
                return -1;
            }
        }
    }
}
