package org.pilet.web.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pilet.notifications.NewsItem;
import org.pilet.web.common.PageTexts;

/** A piece of news in one sentence: key {@code news.<kind>}, with who and what of. */
@Named
@ApplicationScoped
public class NewsWords {

    @Inject
    private PageTexts texts;

    public String of(NewsItem item) {
        String by = item.actorName() == null ? texts.get("system") : item.actorName();
        return texts.of("news." + item.kind(), by, item.detail() == null ? "" : item.detail());
    }
}
