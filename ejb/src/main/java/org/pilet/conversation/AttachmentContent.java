package org.pilet.conversation;

import java.io.InputStream;

/** A file with its bytes, to be read and closed by the caller. */
public record AttachmentContent(AttachmentView attachment, String sha256, InputStream content) {}
