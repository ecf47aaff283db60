package org.pilet.channels.mail.mime;

import com.rtfparserkit.converter.text.StringTextConverter;
import com.rtfparserkit.parser.RtfStreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.NoSuchElementException;

/** The words of a text in Microsoft's Rich Text Format, in whichever code page they were written. */
final class RichText {

    private RichText() {}

    /** Null if it cannot be read. */
    static String plain(byte[] rtf) {
        try {
            StringTextConverter converter = new StringTextConverter();
            converter.convert(new RtfStreamSource(new ByteArrayInputStream(rtf)));
            String words = converter.getText().strip();
            return words.isEmpty() ? null : words;
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | ClassCastException
                | ArithmeticException
                | NoSuchElementException malformed) {
            // The library reports malformed input by whatever exception it trips over.
            return null;
        }
    }
}
