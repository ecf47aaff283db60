package org.pilet.channels.mail.mime;

import java.io.IOException;
import java.io.StringReader;
import javax.swing.text.BadLocationException;
import javax.swing.text.Document;
import javax.swing.text.rtf.RTFEditorKit;

/** The words of a text in Microsoft's Rich Text Format. */
final class RichText {

    private RichText() {}

    /** Null if it cannot be read. */
    static String plain(String rtf) {
        try {
            RTFEditorKit kit = new RTFEditorKit();
            Document document = kit.createDefaultDocument();
            kit.read(new StringReader(rtf), document, 0);
            String words = document.getText(0, document.getLength()).strip();
            return words.isEmpty() ? null : words;
        } catch (IOException | BadLocationException | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return null;
        }
    }
}
