package org.pilet.channels.mail;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pilet.channels.mail.mime.MailParser;
import org.pilet.channels.mail.mime.MailPart;
import org.pilet.channels.mail.mime.ParsedMail;
import org.pilet.conversation.NewAttachment;
import org.pilet.platform.BlobRef;
import org.pilet.platform.Blobs;

/** Stores the files of a mail, streamed from its stored raw bytes. */
@Dependent
class MailAttachments {

    @Inject
    private Blobs blobs;

    List<NewAttachment> store(long rawBlobId, ParsedMail mail) {
        if (mail.parts().isEmpty()) {
            return List.of();
        }
        Map<Integer, MailPart> wanted =
                mail.parts().stream().collect(Collectors.toMap(MailPart::index, Function.identity()));
        Map<Integer, BlobRef> stored = new HashMap<>();
        MailParser.eachPart(blobs.open(rawBlobId), (index, decoded) -> {
            if (wanted.containsKey(index)) {
                stored.put(index, blobs.store(decoded));
            }
        });
        List<NewAttachment> files = new ArrayList<>();
        for (MailPart part : mail.parts()) {
            BlobRef content = stored.get(part.index());
            if (content != null) {
                files.add(new NewAttachment(part.name(), part.mediaType(), content, part.contentId(), part.inline()));
            }
        }
        return files;
    }
}
