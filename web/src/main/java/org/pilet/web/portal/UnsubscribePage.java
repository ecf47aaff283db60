package org.pilet.web.portal;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pilet.notifications.Unsubscribing;
import org.pilet.security.LinkExpired;
import org.pilet.web.common.PageTexts;

/** Asks whether mails of a kind are to be switched off, and says that they are. */
@Named
@RequestScoped
public class UnsubscribePage {

    @EJB
    private Unsubscribing unsubscribing;

    @Inject
    private PageTexts texts;

    private String token;
    private boolean done;
    private Unsubscribing.Wish wish;

    public void load() {
        try {
            wish = token == null ? null : unsubscribing.read(token);
        } catch (LinkExpired expired) {
            wish = null;
        }
    }

    /** What they are about, in words. */
    public String getAbout() {
        boolean bundle = wish.from().equals("DIGEST") || wish.from().equals("REPORT");
        return texts.get((bundle ? "unsubscribe." : "NewsKind.") + wish.from());
    }

    public Unsubscribing.Wish getWish() {
        return wish;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public boolean isDone() {
        return done;
    }

    public void setDone(boolean done) {
        this.done = done;
    }
}
