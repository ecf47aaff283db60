package org.pilet.conversation;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A draft's HTML: as safe as a message's, but pasted images stay in it until it is sent. */
final class DraftHtml {

    private DraftHtml() {}

    static String of(String html) {
        Document document = Jsoup.parseBodyFragment(html.replace("\0", ""));
        List<PastedImage> pasted = PastedImage.takeOutOf(document);
        Document safe = Jsoup.parseBodyFragment(SafeHtml.of(document.body().html()));
        for (PastedImage image : pasted) {
            safe.select("img[src=cid:" + image.contentId() + "]").attr("src", image.dataUri());
        }
        return safe.body().html();
    }
}
