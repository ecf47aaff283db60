package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pilet.conversation.HeldReplies;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;
import org.pilet.security.Access;

/** What administrators decide about all mail. */
@Stateless
@RolesAllowed(Roles.ADMINISTRATOR)
public class MailRules {

    @EJB
    private Access access;

    @Inject
    private Settings settings;

    public MailLimits limits() {
        return new MailLimits(
                settings.get(AutomaticMails.MOST),
                settings.get(MessageIntake.MOST_REOPENINGS),
                settings.get(MailHosts.MOST),
                settings.get(HeldReplies.HOLD),
                settings.get(MailReconciler.DAYS),
                settings.get(Correspondents.LANGUAGE));
    }

    /** From now on these hold, on every node. Refused with {@link InvalidInput} for what is out of its range. */
    public MailLimits save(MailLimits limits) {
        set(AutomaticMails.MOST, limits.automaticHourly());
        set(MessageIntake.MOST_REOPENINGS, limits.reopeningsHourly());
        set(MailHosts.MOST, limits.domainMinute());
        set(HeldReplies.HOLD, limits.holdSeconds());
        set(MailReconciler.DAYS, limits.reconciliationDays());
        set(Correspondents.LANGUAGE, limits.language());
        return limits();
    }

    /** What holds already keeps who decided it, and when. */
    private <T> void set(Setting<T> setting, T value) {
        if (!settings.get(setting).equals(value)) {
            settings.set(setting, String.valueOf(value), access.me().personId());
        }
    }
}
