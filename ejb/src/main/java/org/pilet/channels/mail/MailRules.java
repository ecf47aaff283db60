package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** By the names of {@link MailLimits}, in its order. */
    static final Map<String, Setting<?>> SETTINGS = settings();

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

    /** What stands in the table beyond its range; what holds instead is among the {@link #limits}. Saving mends it. */
    public List<MendedLimit> mended() {
        List<MendedLimit> found = new ArrayList<>();
        SETTINGS.forEach((field, setting) -> settings.mended(setting)
                .ifPresent(stored -> found.add(new MendedLimit(field, stored, String.valueOf(settings.get(setting))))));
        return found;
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

    private static Map<String, Setting<?>> settings() {
        Map<String, Setting<?>> all = new LinkedHashMap<>();
        all.put("automaticHourly", AutomaticMails.MOST);
        all.put("reopeningsHourly", MessageIntake.MOST_REOPENINGS);
        all.put("domainMinute", MailHosts.MOST);
        all.put("holdSeconds", HeldReplies.HOLD);
        all.put("reconciliationDays", MailReconciler.DAYS);
        all.put("language", Correspondents.LANGUAGE);
        return Collections.unmodifiableMap(all);
    }

    /** What holds already keeps who decided it, and when. */
    private <T> void set(Setting<T> setting, T value) {
        if (!settings.get(setting).equals(value) || settings.mended(setting).isPresent()) {
            settings.set(setting, String.valueOf(value), access.me().personId());
        }
    }
}
