package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.ParsedMail;

/** Looks on an IMAP server for mails that are marked as taken there and are not known here. Changes nothing. */
@Dependent
class ServerMarks {

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private MailServer server;

    @Inject
    private MailboxClaimStore mailboxes;

    @Inject
    private MailReconciliationStore store;

    List<MailReconciliationLine> neverTaken(MailboxView box, Instant since) throws MessagingException, IOException {
        Optional<MailboxLogin> login = mailboxes.login(box.id());
        if (login.isEmpty()) {
            return List.of();
        }
        Instant created = store.created(box.id());
        Instant from = created.isAfter(since) ? created : since;
        List<MailReconciliationLine> lines = new ArrayList<>();
        try (Store open = server.open(login.get())) {
            Keys known = new Keys(store.keys(box.id(), from.minus(DAY)));
            lines.addAll(unknown(open, login.get(), box, box.folder(), from, known));
            if (box.doneFolder() != null && open.getFolder(box.doneFolder()).exists()) {
                lines.addAll(unknown(open, login.get(), box, box.doneFolder(), from, known));
            }
        }
        return lines;
    }

    /** What is known here: whole keys, and the Message-IDs in them. */
    private static final class Keys {

        private final Set<String> whole;
        private final Set<String> ids = new HashSet<>();

        Keys(Set<String> whole) {
            this.whole = whole;
            for (String key : whole) {
                int end = key.lastIndexOf('#');
                if (end > 0) {
                    ids.add(key.substring(0, end));
                }
            }
        }
    }

    private static List<MailReconciliationLine> unknown(
            Store store, MailboxLogin login, MailboxView box, String name, Instant from, Keys known)
            throws MessagingException, IOException {
        List<MailReconciliationLine> lines = new ArrayList<>();
        try (Folder folder = store.getFolder(name)) {
            folder.open(Folder.READ_ONLY);
            SearchTerm seen = new FlagTerm(new Flags(Flags.Flag.SEEN), true);
            SearchTerm late = new ReceivedDateTerm(ComparisonTerm.GE, Date.from(from.minus(DAY))); // knows only days
            Message[] marked = folder.search(new AndTerm(seen, late));
            FetchProfile headers = new FetchProfile();
            headers.add(FetchProfile.Item.ENVELOPE);
            headers.add("Message-ID");
            folder.fetch(marked, headers);
            for (Message message : marked) {
                Date arrived = message.getReceivedDate();
                boolean inTime = arrived == null || !arrived.toInstant().isBefore(from);
                if (inTime && !isKnown(message, login, known)) {
                    lines.add(line(message, box));
                }
            }
        }
        return lines;
    }

    private static boolean isKnown(Message message, MailboxLogin login, Keys known)
            throws MessagingException, IOException {
        String id = header(message, "Message-ID").messageId();
        if (id != null) {
            return known.ids.contains(id);
        }
        try (RawMail raw = new RawMail(login.largest())) { // without an id the mail itself is its key
            message.writeTo(raw);
            return known.whole.contains(raw.dedupKey(raw.header()));
        }
    }

    private static MailReconciliationLine line(Message message, MailboxView box) throws MessagingException {
        ParsedMail mail = header(message, "From", "Subject");
        Date arrived = message.getReceivedDate();
        return new MailReconciliationLine(
                MailReconciliationKind.NEVER_TAKEN,
                box.address(),
                null,
                mail.from().map(MailAddress::address).orElse(null),
                mail.subject(),
                arrived == null ? null : arrived.toInstant());
    }

    /** Read by the parser that reads the mails themselves. */
    private static ParsedMail header(Message message, String... names) throws MessagingException {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            String[] values = message.getHeader(name);
            if (values != null) {
                lines.append(name).append(": ").append(values[0]).append("\r\n");
            }
        }
        byte[] bytes = lines.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        return MailParser.parse(new ByteArrayInputStream(bytes));
    }
}
