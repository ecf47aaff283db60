package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.pilet.channels.mail.ReplyFrameDraft;
import org.pilet.channels.mail.ReplyFrameView;
import org.pilet.channels.mail.ReplyFrames;
import org.pilet.conversation.Drafts;
import org.pilet.web.common.Language;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** The words below answers, in one language, for one queue or all: looked at, tried, saved, reset. */
@Dependent
public class ReplyFrameEditor implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private ReplyFrames frames;

    @EJB
    private Drafts drafts;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private String language;
    private Long queueId;
    private ReplyFrameView view;
    private String body;
    private String preview;

    /** @param queueId null: all queues that have no words of their own */
    void show(String language, Long queueId) {
        this.language = language;
        this.queueId = queueId;
        show(frames.view(language, queueId));
    }

    public void save() {
        show(frames.save(draft()));
        drafts.discard(getPlace());
        toasts.say(texts.get("saved"));
    }

    /** The words that come next in the order hold again. */
    public void reset() {
        show(frames.reset(language, queueId));
        drafts.discard(getPlace());
        toasts.say(texts.get("mailTemplates.isReset"));
    }

    /** Where what is typed is kept until it is saved. */
    public String getPlace() {
        return "form/frame/" + language + (queueId == null ? "" : "/" + queueId);
    }

    public void look() {
        preview = frames.preview(draft());
    }

    /** Puts the shipped words into the form, to start from; nothing is saved. */
    public void shipped() {
        body = frames.shipped(language).body();
        preview = null;
    }

    private ReplyFrameDraft draft() {
        return new ReplyFrameDraft(language, queueId, body, view.version());
    }

    private void show(ReplyFrameView shown) {
        view = shown;
        body = shown.body();
        preview = null;
    }

    /** Whether there are words of one's own in exactly this place. */
    public boolean isOwn() {
        return view.version() > 0;
    }

    /** Of the language that the words are in; what is to be filled in is Latin and tells nothing. */
    public String getDirection() {
        return Language.ofTag(language).map(Language::direction).orElse("ltr");
    }

    /** What may be named, as it is typed. */
    public String getPlaces() {
        return typed(view.places());
    }

    static String typed(List<String> places) {
        return places.stream().map(place -> "{{" + place + "}}").collect(Collectors.joining(" "));
    }

    public ReplyFrameView getView() {
        return view;
    }

    public String getPreview() {
        return preview;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }
}
