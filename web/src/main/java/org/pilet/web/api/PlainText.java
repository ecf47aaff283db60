package org.pilet.web.api;

/** Plain words as the HTML that the conversation keeps. */
final class PlainText {

    private PlainText() {}

    /** The HTML where there is some, else the text with its lines kept; null when there is neither. */
    static String html(String text, String html) {
        if (html != null && !html.isBlank() || text == null) {
            return html;
        }
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r\n", "\n")
                .replace("\n", "<br>");
    }
}
