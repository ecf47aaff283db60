package org.pilet.web.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.pilet.channels.mail.MailLimits;
import org.pilet.channels.mail.MailRules;
import org.pilet.channels.mail.MendedLimit;

/** What holds for the mail of the whole house. */
@Path("mail-settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@NeedsScope("admin")
public class MailSettingsResource {

    @EJB
    private MailRules rules;

    /** As it is to be; what is left out stays as it is. */
    public record MailSettingsBody(
            Integer automaticHourly,
            Integer reopeningsHourly,
            Integer domainMinute,
            Integer holdSeconds,
            Integer reconciliationDays,
            String language) {

        MailLimits over(MailLimits now) {
            return new MailLimits(
                    or(automaticHourly, now.automaticHourly()),
                    or(reopeningsHourly, now.reopeningsHourly()),
                    or(domainMinute, now.domainMinute()),
                    or(holdSeconds, now.holdSeconds()),
                    or(reconciliationDays, now.reconciliationDays()),
                    or(language, now.language()));
        }

        private static <T> T or(T asked, T now) {
            return asked == null ? now : asked;
        }
    }

    /** What holds, and what stands in the table in its place where that is out of range. */
    public record MailSettingsView(
            int automaticHourly,
            int reopeningsHourly,
            int domainMinute,
            int holdSeconds,
            int reconciliationDays,
            String language,
            List<MendedLimit> mended) {

        static MailSettingsView of(MailLimits limits, List<MendedLimit> mended) {
            return new MailSettingsView(
                    limits.automaticHourly(),
                    limits.reopeningsHourly(),
                    limits.domainMinute(),
                    limits.holdSeconds(),
                    limits.reconciliationDays(),
                    limits.language(),
                    mended);
        }
    }

    @GET
    public MailSettingsView view() {
        return MailSettingsView.of(rules.limits(), rules.mended());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public MailSettingsView save(MailSettingsBody asked) {
        return MailSettingsView.of(rules.save(asked.over(rules.limits())), rules.mended());
    }
}
