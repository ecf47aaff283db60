package org.pilet.channels.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.pilet.conversation.MessagesRedacted;
import org.pilet.platform.BlobRef;
import org.pilet.platform.Blobs;

/** The mail as it came goes, too, when something is taken out of its message: all of it, since any part may repeat it. */
@ApplicationScoped // one for all events
class RedactedMail {

    @Inject
    private RedactedMailStore store;

    @Inject
    private Blobs blobs;

    void redacted(@Observes MessagesRedacted event) {
        for (long mailId : store.lockMailsOf(event.messageIds())) {
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(event.at().atOffset(ZoneOffset.UTC));
            String instead = "Date: " + date + "\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\n"
                    + "The original of this mail was removed, for something was taken out of its message.\r\n";
            BlobRef stub = blobs.store(new ByteArrayInputStream(instead.getBytes(StandardCharsets.US_ASCII)));
            store.replace(mailId, stub.id(), stub.size());
        }
    }
}
