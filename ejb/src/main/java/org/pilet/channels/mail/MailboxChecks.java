package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;

/** Tries whether a mailbox can be opened and shows what would come, without taking or changing anything. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
@RunAs(Roles.SYSTEM) // a provider's new refresh token is kept as the pollers keep it
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // talks to the network
public class MailboxChecks {

    private static final int SHOWN = 10;

    @Inject
    private MailboxClaimStore mailboxes;

    @Inject
    private MailServer server;

    /** Of a mailbox as it is kept. Refused with {@link NotFound}; a mailbox that cannot be opened is an answer. */
    public MailboxCheck of(long mailboxId) {
        MailboxLogin login = mailboxes.login(mailboxId).orElseThrow(() -> new NotFound("mailbox", mailboxId));
        if (login.protocol().equals("PIPE")) {
            return new MailboxCheck(true, null, null, 0, 0, List.of());
        }
        return look(login);
    }

    /** Of settings that are not kept yet; a password that is not given is that of the mailbox being changed. */
    public MailboxCheck of(MailboxSettings asked) {
        MailboxSettings sound = Mailboxes.sound(asked);
        if (sound.protocol().equals("PIPE")) {
            return new MailboxCheck(true, null, null, 0, 0, List.of());
        }
        MailboxLogin kept =
                sound.id() == null ? null : mailboxes.login(sound.id()).orElse(null);
        // a kept secret goes to no other server than the one it was kept for
        boolean same =
                kept != null && kept.host().equals(sound.host()) && kept.user().equals(sound.user());
        String password = sound.password() == null ? (same ? kept.password() : "") : sound.password();
        return look(new MailboxLogin(
                sound.id() == null ? 0 : sound.id(),
                sound.protocol(),
                sound.host(),
                sound.port(),
                sound.security(),
                sound.user(),
                password,
                sound.folder(),
                sound.doneFolder(),
                sound.largest(),
                tokens(sound.tokens(), same ? kept.tokens() : null),
                Fetching.USUAL,
                0));
    }

    private static TokenAccess tokens(TokenAccess asked, TokenAccess kept) {
        boolean same = asked != null
                && kept != null
                && asked.clientSecret() == null
                && kept.url().equals(asked.url());
        return same ? new TokenAccess(asked.url(), asked.clientId(), kept.clientSecret(), asked.scope()) : asked;
    }

    private MailboxCheck look(MailboxLogin login) {
        try (Store store = server.open(login);
                Folder folder = store.getFolder(login.pop() ? "INBOX" : login.folder())) {
            folder.open(Folder.READ_ONLY);
            Message[] waiting = login.pop()
                    ? PopMails.unknown(folder, mailboxes.uids(login.id()))
                    : folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
            return new MailboxCheck(
                    true, null, null, folder.getMessageCount(), waiting.length, newest(folder, waiting));
        } catch (MessagingException | IOException failed) { // which is what was asked about
            return new MailboxCheck(false, MailTrouble.of(failed), MailTrouble.words(failed), 0, 0, List.of());
        }
    }

    private static List<MailboxCheck.WaitingMail> newest(Folder folder, Message[] waiting) throws MessagingException {
        List<Message> shown =
                new ArrayList<>(List.of(waiting).subList(Math.max(0, waiting.length - SHOWN), waiting.length));
        Collections.reverse(shown);
        FetchProfile headers = new FetchProfile();
        headers.add(FetchProfile.Item.ENVELOPE);
        headers.add("Subject");
        headers.add("From");
        headers.add("Date");
        folder.fetch(shown.toArray(Message[]::new), headers);
        List<MailboxCheck.WaitingMail> lines = new ArrayList<>();
        for (Message message : shown) {
            lines.add(line(message));
        }
        return lines;
    }

    /** Read by the parser that would read the mail itself. */
    private static MailboxCheck.WaitingMail line(Message message) throws MessagingException {
        StringBuilder header = new StringBuilder();
        for (String name : List.of("From", "Subject", "Date")) {
            String[] values = message.getHeader(name);
            if (values != null) {
                header.append(name).append(": ").append(values[0]).append("\r\n");
            }
        }
        byte[] bytes = header.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        ParsedMail mail = MailParser.parse(new ByteArrayInputStream(bytes));
        return new MailboxCheck.WaitingMail(
                mail.from().map(Object::toString).orElse(null), mail.subject(), mail.date(), message.getSize());
    }
}
