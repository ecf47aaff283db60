package org.pilet.reporting;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pilet.conversation.AttachmentContent;
import org.pilet.conversation.AttachmentView;
import org.pilet.conversation.Attachments;
import org.pilet.conversation.Conversations;
import org.pilet.conversation.MessageView;
import org.pilet.conversation.Visibility;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;
import org.pilet.security.Permission;
import org.pilet.security.TicketScope;
import org.pilet.tickets.TicketFinder;
import org.pilet.tickets.TicketView;

/**
 * A whole ticket as a file: its words as a PDF, or all of it, files too, as a ZIP. For staff of its queue; without the
 * internal notes it is fit for its customer.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.TEAM_LEAD, Roles.ADMINISTRATOR})
public class TicketFiles {

    private static final Color NOTE = new Color(0xff, 0xf8, 0xe3);
    private static final Color SUNKEN = new Color(0xf6, 0xf7, 0xf9);
    private static final Color LINE = new Color(0xe4, 0xe7, 0xec);

    @EJB
    private Access access;

    @EJB
    private TicketFinder finder;

    @EJB
    private Conversations conversations;

    @EJB
    private Attachments attachments;

    /**
     * Words for the file's own headings, in the reader's language.
     *
     * @param note what an internal note is called
     * @param facts names and values that stand above the words
     */
    public record Labels(Locale locale, ZoneId zone, String note, Map<String, String> facts) {}

    /** Refused with {@link NotFound} as the ticket itself is. */
    public void pdf(long ticketId, boolean notes, Labels labels, OutputStream target) throws IOException {
        TicketView ticket = view(ticketId);
        BaseFont face = PdfFormat.face();
        Document document = new Document(PageSize.A4, 42, 42, 42, 42);
        PdfWriter writer = PdfWriter.getInstance(document, target);
        writer.setCloseStream(false);
        document.addTitle("#" + ticket.number() + " " + ticket.subject());
        document.open();
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSplitLate(false);
        cell(table, "#" + ticket.number() + " " + ticket.subject(), new Font(face, 15), null);
        String facts = String.join(
                "\n",
                labels.facts().entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .toList());
        cell(table, facts, new Font(face, 9), null);
        for (MessageView message : messages(ticketId, notes)) {
            boolean note = message.visibility() == Visibility.INTERNAL;
            cell(table, heading(message, labels), new Font(face, 9, Font.BOLD, Color.DARK_GRAY), note ? NOTE : SUNKEN);
            cell(table, message.text(), new Font(face, 10), note ? NOTE : null);
            for (AttachmentView file : message.attachments()) {
                cell(table, file.name(), new Font(face, 8, Font.ITALIC, Color.DARK_GRAY), note ? NOTE : null);
            }
        }
        document.add(table);
        document.close();
    }

    /** The words as text and as PDF, and every file in a folder of its message. */
    public void zip(long ticketId, boolean notes, Labels labels, OutputStream target) throws IOException {
        TicketView ticket = view(ticketId);
        ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(ticket.number() + ".pdf"));
        pdf(ticketId, notes, labels, new Unclosed(zip));
        zip.closeEntry();
        int place = 0;
        for (MessageView message : messages(ticketId, notes)) {
            String folder = String.format(Locale.ROOT, "%03d", ++place);
            zip.putNextEntry(new ZipEntry(folder + "/message.txt"));
            zip.write((heading(message, labels) + "\n\n" + message.text() + "\n").getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            int number = 0;
            for (AttachmentView file : message.attachments()) {
                zip.putNextEntry(new ZipEntry(folder + "/" + ++number + "-" + safe(file.name())));
                AttachmentContent content = attachments.open(file.id());
                try (InputStream bytes = content.content()) {
                    bytes.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
        zip.finish();
    }

    private TicketView view(long ticketId) {
        TicketScope scope = finder.scope(ticketId);
        if (!access.require(Permission.VIEW, scope).mayView(scope.queueId())) {
            throw new NotFound("ticket", scope.number());
        }
        return finder.view(ticketId);
    }

    private List<MessageView> messages(long ticketId, boolean notes) {
        List<MessageView> all = new ArrayList<>(conversations.of(ticketId));
        all.removeIf(message -> !notes && message.visibility() == Visibility.INTERNAL);
        return all;
    }

    private static String heading(MessageView message, Labels labels) {
        boolean turned = isRightToLeft(message.authorName());
        String address = message.authorAddress() == null ? "" : " <" + held(message.authorAddress(), turned) + ">";
        String note = message.visibility() == Visibility.INTERNAL ? " · " + labels.note() : "";
        return message.authorName() + address + " · " + held(moment(message.at(), labels), turned) + note;
    }

    /** An address or a date keeps its order, and its neighbours keep theirs, within words that run from right to left. */
    private static String held(String text, boolean turned) {
        return turned ? "\u200e" + text + "\u200e\u200f" : text;
    }

    private static String moment(Instant at, Labels labels) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(labels.zone())
                .format(at);
    }

    /** What people wrote runs in its own direction, whatever the reader's. */
    private static void cell(PdfPTable table, String text, Font font, Color ground) {
        PdfPCell cell = new PdfPCell(new Phrase(text, font));
        cell.setRunDirection(isRightToLeft(text) ? PdfWriter.RUN_DIRECTION_RTL : PdfWriter.RUN_DIRECTION_LTR);
        cell.setLeading(0, 1.3f);
        cell.setHorizontalAlignment(Element.ALIGN_LEFT);
        cell.setBackgroundColor(ground);
        cell.setBorder(ground == null ? Rectangle.NO_BORDER : Rectangle.TOP);
        cell.setBorderColor(LINE);
        cell.setPadding(5);
        table.addCell(cell);
    }

    private static boolean isRightToLeft(String text) {
        return !text.isEmpty() && new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
    }

    /** A name within the archive: no way up or out of its folder. */
    private static String safe(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    }

    /** Leaves the archive open when the PDF in it is complete. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
