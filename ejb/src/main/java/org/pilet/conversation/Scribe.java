package org.pilet.conversation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pilet.people.People;
import org.pilet.platform.Blobs;
import org.pilet.platform.Clock;
import org.pilet.security.Caller;
import org.pilet.tickets.Channel;

/** Writes words down with their files and pasted pictures, under the name of whoever said them. */
@Dependent
class Scribe {

    @EJB
    private People people;

    @Inject
    private MessageStore store;

    @Inject
    private Blobs blobs;

    @Inject
    private Clock clock;

    /** What came from outside. */
    Message write(long ticketId, IncomingMessage said, Words words) {
        return write(ticketId, said, words, clock.now());
    }

    Message write(long ticketId, IncomingMessage said, Words words, Instant at) {
        String author = people.names(List.of(said.authorId())).get(said.authorId());
        Message message = Message.incoming(ticketId, said, words, author, at);
        store.add(message);
        attach(message, said.attachments(), words);
        return message;
    }

    /** What one of ours says. */
    Message write(
            long ticketId,
            Visibility visibility,
            Caller author,
            Channel channel,
            String language,
            Words words,
            List<NewAttachment> files) {
        Message message = Message.ofStaff(ticketId, visibility, author.personId(), author.name(), channel);
        message.say(words, language, clock.now());
        store.add(message);
        attach(message, files, words);
        return message;
    }

    private void attach(Message message, List<NewAttachment> files, Words words) {
        List<NewAttachment> all = new ArrayList<>(files);
        for (PastedImage image : words.pasted()) {
            all.add(new NewAttachment(
                    image.fileName(all.size() + 1),
                    image.mediaType(),
                    blobs.store(new ByteArrayInputStream(image.bytes())),
                    image.contentId(),
                    true));
        }
        all.forEach(file -> store.add(new Attachment(message.id(), file)));
    }
}
