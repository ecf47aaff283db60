package org.pilet.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;

/** A file on a message. */
@Entity
class Attachment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attachment")
    @SequenceGenerator(name = "attachment", sequenceName = "attachment_seq", allocationSize = 50)
    private Long id;

    @Column(name = "message_id")
    private long messageId;

    private String name;

    @Column(name = "media_type")
    private String mediaType;

    private long size;

    @Column(name = "blob_id")
    private long blobId;

    @Column(name = "content_id")
    private String contentId;

    private boolean inline;

    protected Attachment() {}

    Attachment(long messageId, NewAttachment file) {
        this.messageId = messageId;
        this.name = FileName.safe(file.name());
        this.mediaType = MediaType.of(file.mediaType());
        this.size = file.content().size();
        this.blobId = file.content().id();
        this.contentId = file.contentId();
        this.inline = file.inline();
    }
}
