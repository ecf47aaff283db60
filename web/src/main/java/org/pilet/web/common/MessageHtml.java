package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.pilet.conversation.AttachmentView;
import org.pilet.conversation.MessageView;
import org.pilet.conversation.OwnWords;

/**
 * A message's words as a page shows them. The HTML was sanitised when it came in; here its pictures get their addresses
 * and plain text its links. What was attached but is not in the text stands below it.
 */
@Named
@ApplicationScoped
public class MessageHtml {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?()\\[\\]{}'»”’…]");
    private static final String CID = "cid:";
    private static final String REMOTE = "data-remote-src";

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageTexts texts;

    /** Markup, safe to put into the page unescaped. */
    public String of(MessageView message) {
        return message.html() == null ? plain(message.text()) : rich(message);
    }

    /** The files to list below the words: all but the pictures that stand within them. */
    public List<AttachmentView> files(MessageView message) {
        return message.attachments().stream()
                .filter(file -> !isShown(message, file))
                .toList();
    }

    /** Where to get a file. */
    public String path(AttachmentView file) {
        return request.getContextPath() + AttachmentFiles.path(file);
    }

    /** Whether the file is a picture that may be shown on the page. */
    public boolean isPicture(AttachmentView file) {
        return AttachmentFiles.isPicture(file);
    }

    /** Whether it shows pictures of the web, which are not loaded until somebody asks. */
    public boolean holdsBack(MessageView message) {
        return message.html() != null && message.html().contains(REMOTE);
    }

    private String plain(String text) {
        OwnWords parts = OwnWords.of(text);
        return linked(parts.own())
                + folded("message.signature", parts.signature())
                + folded("message.quoted", parts.quoted());
    }

    private String folded(String label, String words) {
        return words.isBlank()
                ? ""
                : "<details class=\"quoted\"><summary>" + Entities.escape(texts.get(label)) + "</summary>"
                        + linked(words) + "</details>";
    }

    private String rich(MessageView message) {
        Document document = Jsoup.parseBodyFragment(message.html());
        document.outputSettings().prettyPrint(false);
        putPictures(document, message);
        FoldedWords.fold(document, texts.get("message.quoted"));
        return document.body().html();
    }

    private void putPictures(Document document, MessageView message) {
        Map<String, AttachmentView> byId = message.attachments().stream()
                .filter(file -> file.contentId() != null && isPicture(file))
                .collect(Collectors.toMap(AttachmentView::contentId, Function.identity(), (first, twin) -> first));
        for (Element image : document.select("img[src^=cid:]")) {
            AttachmentView file = byId.get(image.attr("src").substring(CID.length()));
            if (file == null) {
                image.remove();
            } else {
                image.attr("src", path(file) + "?inline").attr("loading", "lazy");
            }
        }
        int place = 0;
        for (Element image : document.select("img[" + REMOTE + "]")) {
            image.removeAttr(REMOTE)
                    .attr(
                            "data-picture",
                            request.getContextPath() + "/agent/remote-picture?message=" + message.id() + "&n=" + place);
            place++;
        }
    }

    private boolean isShown(MessageView message, AttachmentView file) {
        return message.html() != null
                && file.contentId() != null
                && isPicture(file)
                && Jsoup.parseBodyFragment(message.html()).select("img[src^=cid:]").stream()
                        .anyMatch(image -> image.attr("src").equals(CID + file.contentId()));
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int at = 0;
        while (link.find()) {
            String url = Entities.escape(link.group());
            html.append(Entities.escape(text.substring(at, link.start())))
                    .append("<a href=\"")
                    .append(url.replace("\"", "&quot;"))
                    .append("\" target=\"_blank\" rel=\"noopener noreferrer nofollow\" dir=\"ltr\">")
                    .append(url)
                    .append("</a>");
            at = link.end();
        }
        return html.append(Entities.escape(text.substring(at))).toString();
    }
}
