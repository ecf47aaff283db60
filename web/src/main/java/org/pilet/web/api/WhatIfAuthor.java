package org.pilet.web.api;

import java.util.List;

/** Who has written the words of an event, and for whom. */
final class WhatIfAuthor {

    private static final String[] AUTHOR = {"by", "actor", "author", "sender", "authorType"};

    private WhatIfAuthor() {}

    static boolean isAgent(Loose event) {
        return authorIs(event, "agent|staff|operator|support");
    }

    /** Words of nobody in particular would pass for anybody's. */
    static void requireCustomer(Loose event) {
        Loose by = event.need(AUTHOR);
        if (!Loose.plain(by.text()).matches("customer|requester|client|user|enduser|contact")) {
            throw by.unknown(List.of("agent", "customer", "bot"));
        }
    }

    /** Words that no human being has written or that others shall not read: they count for nothing. */
    static boolean countsForNothing(Loose event) {
        return isAutomatic(event) || isInternal(event);
    }

    static boolean isAutomatic(Loose event) {
        return authorIs(event, "bot|system|robot|automation|trigger")
                || event.flag("automatic", "auto", "bot", "autoReply")
                || event.any("human").map(human -> !human.flag()).orElse(false);
    }

    private static boolean isInternal(Loose event) {
        return event.flag("internal")
                || event.any("public", "isPublic").map(open -> !open.flag()).orElse(false)
                || event.any("visibility")
                        .map(visibility -> Loose.plain(visibility.text()).matches("internal|private"))
                        .orElse(false);
    }

    private static boolean authorIs(Loose event, String words) {
        return event.any(AUTHOR)
                .filter(Loose::isText)
                .map(by -> Loose.plain(by.text()).matches(words))
                .orElse(false);
    }
}
