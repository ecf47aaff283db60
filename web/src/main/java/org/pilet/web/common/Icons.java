package org.pilet.web.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.pilet.search.LostSight;
import org.pilet.tickets.Channel;

/** Which PrimeIcon stands for what; the word always stands beside it or in its title. */
@Named
@ApplicationScoped
public class Icons {

    public String of(Channel channel) {
        return switch (channel) {
            case EMAIL -> "pi-envelope";
            case PORTAL -> "pi-globe";
            case PHONE -> "pi-phone";
            case IN_PERSON -> "pi-user";
            case API -> "pi-code";
            case WEB_FORM -> "pi-file-edit";
            case CHAT -> "pi-comments";
            case SOCIAL -> "pi-share-alt";
        };
    }

    public String of(LostSight why) {
        return switch (why) {
            case NOBODYS -> "pi-user-minus";
            case PAST_DATE -> "pi-calendar-times";
            case PAST_PROMISE -> "pi-clock";
            case OVERSLEPT -> "pi-bell";
            case ANSWERED_LONG_AGO -> "pi-hourglass";
        };
    }
}
