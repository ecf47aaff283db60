package org.pilet.channels.mail.mime;

/** A file found within a part: packed by Outlook or written between the lines as uuencoded text. */
record InnerFile(String name, String mediaType, byte[] bytes) {

    private static final int MOST = 100_000;

    /** Its place among the parts of the mail: after those of the parser, the same each time the mail is read. */
    static int index(int partIndex, int ordinal) {
        return (partIndex + 1) * MOST + ordinal;
    }
}
