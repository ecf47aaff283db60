package org.pilet.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.pilet.channels.mail.MailLimits;
import org.pilet.channels.mail.MailRules;
import org.pilet.channels.mail.MendedLimit;
import org.pilet.web.common.PageTexts;
import org.pilet.web.common.Toasts;

/** What holds for the mail of the whole house, on the page about queues and mail. */
@Named
@ViewScoped
public class MailLimitsPart implements Serializable {

    private static final long serialVersionUID = 1L;

    @EJB
    private MailRules rules;

    @Inject
    private Toasts toasts;

    @Inject
    private PageTexts texts;

    private int automaticHourly;
    private int reopeningsHourly;
    private int domainMinute;
    private int holdSeconds;
    private int reconciliationDays;
    private String language;
    private List<MendedLimit> mended = List.of();

    @PostConstruct
    void load() {
        show(rules.limits());
    }

    public void save() {
        show(rules.save(new MailLimits(
                automaticHourly, reopeningsHourly, domainMinute, holdSeconds, reconciliationDays, language)));
        toasts.say(texts.get("saved"));
    }

    private void show(MailLimits limits) {
        automaticHourly = limits.automaticHourly();
        reopeningsHourly = limits.reopeningsHourly();
        domainMinute = limits.domainMinute();
        holdSeconds = limits.holdSeconds();
        reconciliationDays = limits.reconciliationDays();
        language = limits.language();
        mended = rules.mended();
    }

    /** What stands in the table out of its range. */
    public List<MendedLimit> getMended() {
        return mended;
    }

    public int getAutomaticHourly() {
        return automaticHourly;
    }

    public void setAutomaticHourly(int automaticHourly) {
        this.automaticHourly = automaticHourly;
    }

    public int getReopeningsHourly() {
        return reopeningsHourly;
    }

    public void setReopeningsHourly(int reopeningsHourly) {
        this.reopeningsHourly = reopeningsHourly;
    }

    public int getDomainMinute() {
        return domainMinute;
    }

    public void setDomainMinute(int domainMinute) {
        this.domainMinute = domainMinute;
    }

    public int getHoldSeconds() {
        return holdSeconds;
    }

    public void setHoldSeconds(int holdSeconds) {
        this.holdSeconds = holdSeconds;
    }

    public int getReconciliationDays() {
        return reconciliationDays;
    }

    public void setReconciliationDays(int reconciliationDays) {
        this.reconciliationDays = reconciliationDays;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
