package org.pilet.channels.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.pop3.POP3Folder;

/** POP3 marks nothing: which mails are new is known by their UIDs (RFC 1939, UIDL). */
final class PopMails {

    private PopMails() {}

    /** The mails whose UIDs are not among these; all of a server that gives none. */
    static Message[] unknown(Folder folder, Set<String> known) throws MessagingException {
        Message[] all = folder.getMessages();
        FetchProfile uids = new FetchProfile();
        uids.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(all, uids);
        List<Message> found = new ArrayList<>();
        for (Message message : all) {
            String uid = uid(folder, message);
            if (uid == null || !known.contains(uid)) {
                found.add(message);
            }
        }
        return found.toArray(Message[]::new);
    }

    /** All UIDs there are. */
    static Set<String> uids(Folder folder) throws MessagingException {
        Set<String> all = new HashSet<>();
        for (Message message : folder.getMessages()) {
            String uid = uid(folder, message);
            if (uid != null) {
                all.add(uid);
            }
        }
        return all;
    }

    /** Has the server delete these at the end of the connection. */
    static void delete(Folder folder, Set<String> known) throws MessagingException {
        for (Message message : folder.getMessages()) {
            String uid = uid(folder, message);
            if (uid != null && known.contains(uid)) {
                message.setFlag(Flags.Flag.DELETED, true);
            }
        }
    }

    /** Null where the server gives none. */
    static String uid(Folder folder, Message message) throws MessagingException {
        return folder instanceof POP3Folder pop ? pop.getUID(message) : null;
    }
}
