package org.pilet.conversation;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A screenshot pasted into the composer: a data URI before, an inline attachment after. */
record PastedImage(String contentId, String mediaType, byte[] bytes) {

    private static final Pattern DATA =
            Pattern.compile("data:(image/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/=\\s]+)");

    /** Replaces each pasted image's address by a {@code cid:}; an unreadable one is taken away. */
    static List<PastedImage> takeOutOf(Document document) {
        List<PastedImage> taken = new ArrayList<>();
        for (Element image : document.select("img[src^=data:]")) {
            Matcher data = DATA.matcher(image.attr("src"));
            if (data.matches()) {
                PastedImage pasted = new PastedImage(
                        UUID.randomUUID() + "@pilet",
                        data.group(1),
                        Base64.getMimeDecoder().decode(data.group(2)));
                image.attr("src", "cid:" + pasted.contentId());
                taken.add(pasted);
            } else {
                image.remove();
            }
        }
        return taken;
    }

    String dataUri() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    String fileName(int ordinal) {
        return "image-" + ordinal + "." + mediaType.substring("image/".length()).replace("jpeg", "jpg");
    }
}
