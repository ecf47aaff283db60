package org.pilet.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.pilet.channels.mail.InboundMailSource;
import org.pilet.channels.mail.InboundMailView;
import org.pilet.channels.mail.InboundMails;
import org.pilet.platform.NotFound;

/** One mail of the log, to be read before one decides what becomes of it. */
@Named
@RequestScoped
public class MailReadingPage {

    @EJB
    private InboundMails mails;

    private String id;
    private InboundMailView mail;
    private InboundMailSource reading;

    public void load() {
        if (id == null || !id.matches("\\d{1,18}")) {
            throw new NotFound("mail", id);
        }
        mail = mails.view(Long.parseLong(id));
        reading = mails.source(mail.id());
    }

    public InboundMailView getMail() {
        return mail;
    }

    public InboundMailSource getReading() {
        return reading;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
