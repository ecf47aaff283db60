package org.pilet.channels.mail.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
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

    private static final int LONGEST_REPORT = 1 << 16;
    private static final int LONGEST_HEADER = 1 << 18;
    private static final int DEEPEST = 40;
    private static final int MOST_PARTS = 2000;

    private final PartReader reader;
    private final MailHeaders headers = new MailHeaders();
    private final Deque<Multi> open = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();
    private MailHeaders current = headers;
    private boolean headerSeen;
    private int headerBytes;
    private int leaves;
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
            current.add(field.getName().strip(), HeaderText.unfolded(field.getRaw()));
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

    @Override
    public void body(BodyDescriptor descriptor, InputStream content) throws MimeException, IOException {
        if (leaves >= MOST_PARTS) {
            throw new MimeException("more than " + MOST_PARTS + " parts");
        }
        String type = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
        PartHead head = PartHead.of(type, descriptor.getCharset(), current);
        int index = leaves++;
        if (reader != null) {
            handOver(index, content);
            return;
        }
        int limit = wordsOf(head);
        if (limit == 0) {
            add(new Leaf(head, index, null, true));
            return;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        boolean whole = copy(content, kept, limit);
        add(new Leaf(head, index, CharsetGuess.decode(kept.toByteArray(), head.charset()), whole));
    }

    private void handOver(int index, InputStream content) {
        try {
            reader.read(index, content);
        } catch (IOException unwritable) {
            throw new SourceBroken(unwritable);
        }
    }

    /** How many bytes of the part are read as words; none for a file. */
    private int wordsOf(PartHead head) {
        if (original(head.type()) || head.type().endsWith("/delivery-status")) {
            return LONGEST_REPORT;
        }
        boolean words = head.type().equals("text/plain")
                || head.type().equals("text/html")
                // A multipart that the parser could not take apart is read as plain words.
                || head.type().startsWith("multipart/");
        return words && !head.attachment() ? LONGEST_TEXT : 0;
    }

    /** Whether such a part carries the mail, or its header, that a report is about. */
    static boolean original(String type) {
        return type.equals("message/rfc822")
                || type.equals("message/global")
                || type.equals("text/rfc822-headers")
                || type.equals("message/global-headers");
    }

    private boolean copy(InputStream content, ByteArrayOutputStream kept, int limit) throws IOException {
        byte[] buffer = new byte[8192];
        try {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                int room = limit - kept.size();
                kept.write(buffer, 0, Math.min(read, room));
                if (read > room) {
                    return false;
                }
            }
        } catch (IOException malformed) {
            // The transfer encoding broke off: what came before is worth reading.
            fault("Broken transfer encoding: " + malformed.getMessage());
        }
        return true;
    }

    private void add(Node node) {
        if (open.isEmpty()) {
            root = root == null ? node : root;
        } else {
            open.peek().children().add(node);
        }
    }
}
