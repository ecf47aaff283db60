package org.pilet.conversation;

import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.AttributePolicy;
import org.owasp.html.ElementPolicy;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What of foreign HTML may be shown (features B6.14): formatting, tables, links that open apart, inline images. Remote
 * images keep their address in {@code data-remote-src}, so nothing is fetched until the reader asks.
 */
final class SafeHtml {

    /** The class of an element with which a quotation begins, by which pages fold it. */
    static final String MAIL_QUOTE = "mail-quote";

    private static final Pattern SIZE = Pattern.compile("\\d{1,4}%?");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,6}|[a-zA-Z]{3,20}");
    private static final Pattern FONT_SIZE = Pattern.compile("[+-]?[1-7]");

    /** A link without a host would lead into the pages of Pilet itself. */
    private static final Pattern LEADS_AWAY = Pattern.compile("(?is)\\s*(?:https?://|mailto:|tel:).*");

    private static final Pattern WORD = Pattern.compile("[a-zA-Z-]{1,20}");

    private static final ElementPolicy HOLD_BACK_REMOTE = (element, attributes) -> {
        int src = attributes.indexOf("src");
        if (src >= 0 && src % 2 == 0 && !isInline(attributes.get(src + 1))) {
            attributes.set(src, "data-remote-src");
        }
        return element;
    };

    private static final ElementPolicy OPEN_APART = (element, attributes) -> {
        attributes.addAll(List.of("target", "_blank", "rel", "noopener noreferrer nofollow"));
        return element;
    };

    /** What mail programs call the part of a message that repeats an older one. */
    private static final Pattern QUOTATION =
            Pattern.compile("(?i)(?:.*[\\s_])?(?:gmail_quote|gmail_quote_container|yahoo_quoted|"
                    + "protonmail_quote|moz-cite-prefix|zimbra_quote|tutanota_quote|divRplyFwdMsg|appendonsend|"
                    + "ms-outlook-mobile-reference-message|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|"
                    + "yahooQuoted|reply-intro|isForwardContent|replySplit|zwchr)(?:\\s.*)?");

    /** Of all names that foreign markup gives its elements only one is kept, and only as this. */
    private static final AttributePolicy NAME_QUOTATION =
            (element, attribute, value) -> QUOTATION.matcher(value).matches() ? MAIL_QUOTE : null;

    private static final ElementPolicy CLASS_OF_QUOTATION = (element, attributes) -> {
        int id = attributes.indexOf("id");
        if (id >= 0 && id % 2 == 0) {
            if (attributes.contains("class")) {
                attributes.remove(id);
                attributes.remove(id);
            } else {
                attributes.set(id, "class");
            }
        }
        return element;
    };

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "span",
                    "br",
                    "b",
                    "i",
                    "u",
                    "s",
                    "em",
                    "strong",
                    "small",
                    "big",
                    "sub",
                    "sup",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "pre",
                    "code",
                    "tt",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "td",
                    "th",
                    "colgroup",
                    "col",
                    "font",
                    "center",
                    "del",
                    "ins",
                    "strike",
                    "address",
                    "abbr",
                    "q",
                    "cite")
            .allowElements(CLASS_OF_QUOTATION, "div", "blockquote", "hr")
            .allowElements(OPEN_APART, "a")
            .allowElements(HOLD_BACK_REMOTE, "img")
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid")
            .allowAttributes("href")
            .matching(LEADS_AWAY)
            .onElements("a")
            .allowAttributes("color")
            .matching(COLOUR)
            .onElements("font")
            .allowAttributes("size")
            .matching(FONT_SIZE)
            .onElements("font")
            .allowAttributes("src", "alt")
            .onElements("img")
            .allowAttributes("class", "id")
            .matching(NAME_QUOTATION)
            .onElements("div", "blockquote", "hr")
            .allowAttributes("width", "height")
            .matching(SIZE)
            .onElements("img", "table", "td", "th", "col")
            .allowAttributes("colspan", "rowspan", "border", "cellpadding", "cellspacing")
            .matching(SIZE)
            .onElements("table", "td", "th")
            .allowAttributes("align", "valign", "dir")
            .matching(WORD)
            .globally()
            .allowAttributes("title")
            .globally()
            .allowWithoutAttributes("span", "font", "a")
            .allowStyling()
            .toFactory();

    private SafeHtml() {}

    static String of(String html) {
        return POLICY.sanitize(html);
    }

    private static boolean isInline(String address) {
        return address.regionMatches(true, 0, "cid:", 0, 4);
    }
}
