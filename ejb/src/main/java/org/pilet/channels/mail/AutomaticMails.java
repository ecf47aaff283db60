package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pilet.channels.mail.mime.MailAddress;
import org.pilet.platform.Clock;
import org.pilet.platform.Roles;
import org.pilet.platform.Setting;
import org.pilet.platform.Settings;

/** Limits automatic mail to each address, so that no counterpart can start a storm (features B2.4). */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class AutomaticMails {

    static final Setting<Integer> MOST = Setting.number(
            "mail.automatic.hourly", 3, 0, 20, "At most so many automatic mails go to one address within an hour");

    @Inject
    private AutomaticMailStore store;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Whether this mail may go; entered at once, and the same mail asked for again gets the same answer. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW) // counted before it is sent: rather one too few
    public boolean mayGo(String dedupKey, String address) {
        // a program that writes from ever new plus-addresses is one correspondent
        String plain = new MailAddress("", address).withoutPlus();
        store.lock(plain);
        return store.answered(dedupKey).orElseGet(() -> {
            boolean room = store.sentSince(plain, clock.now().minus(Duration.ofHours(1))) < settings.get(MOST);
            store.add(dedupKey, plain, clock.now(), room);
            return room;
        });
    }
}
