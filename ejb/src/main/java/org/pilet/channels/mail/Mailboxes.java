package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.tickets.Queues;

/** Where mail is fetched, and how that goes. Passwords go in and never come out. */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class Mailboxes {

    private static final Set<String> PROTOCOLS = Set.of("IMAP", "POP3", "PIPE");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+");
    private static final Set<String> SECURITIES = Set.of("NONE", "STARTTLS", "TLS");

    @Inject
    private MailboxStore store;

    @EJB
    private Queues queues;

    @Inject
    private Clock clock;

    /** All mailboxes by address, with their health. */
    @RolesAllowed({Roles.TEAM_LEAD, Roles.ADMINISTRATOR, Roles.SYSTEM})
    public List<MailboxView> all() {
        return store.all();
    }

    /** Refused with {@link NotFound}. */
    public MailboxView view(long id) {
        return store.find(id).orElseThrow(() -> new NotFound("mailbox", id));
    }

    /**
     * Adds or changes a mailbox; it is fetched at once. Refused with {@link InvalidInput} when a value is missing or
     * senseless, {@link NotFound} when queue or mailbox are unknown, {@link MailboxChangedMeanwhile}.
     */
    public MailboxView save(MailboxSettings asked) {
        queues.view(asked.queueId());
        MailboxSettings sound = sound(asked);
        requireFree("address", sound.address(), sound.id());
        if (sound.aliases() != null) {
            sound.aliases().forEach(alias -> requireFree("aliases", alias, sound.id()));
        }
        if (sound.id() == null) {
            return view(store.add(sound, clock.now()));
        }
        if (store.change(sound, clock.now()) == 0) {
            throw new MailboxChangedMeanwhile(view(sound.id()).address());
        }
        return view(sound.id());
    }

    /**
     * Removes a mailbox by which nothing has come, say one that was set up by mistake. Refused with {@link NotFound}, and
     * with {@link MailboxInUse} when mail has come by it: then it can only be switched off.
     */
    public void remove(long id) {
        MailboxView mailbox = view(id);
        if (!store.remove(id)) {
            throw new MailboxInUse(mailbox.address());
        }
    }

    private void requireFree(String field, String address, Long mailboxId) {
        require(field, "address", ADDRESS.matcher(address).matches(), address);
        store.byAddress(address)
                .filter(other -> mailboxId == null || other.id() != mailboxId)
                .ifPresent(other -> {
                    throw new InvalidInput(field, "taken", address);
                });
    }

    static MailboxSettings sound(MailboxSettings asked) {
        String address = required("address", asked.address()).toLowerCase(Locale.ROOT);
        require("protocol", "malformed", PROTOCOLS.contains(asked.protocol()), asked.protocol());
        require("security", "malformed", SECURITIES.contains(asked.security()), asked.security());
        require("largest", "malformed", asked.largest() >= 1024, asked.largest());
        requireServer(asked);
        return new MailboxSettings(
                asked.id(),
                address,
                asked.queueId(),
                asked.protocol(),
                asked.host(),
                asked.port(),
                asked.security(),
                asked.user(),
                asked.password(),
                strippedOr(asked.folder(), "INBOX"),
                strippedOr(asked.doneFolder(), null),
                asked.largest(),
                asked.plusAddresses(),
                asked.active(),
                otherThan(address, asked.aliases()),
                asked.threading(),
                asked.archive(),
                asked.tokens(),
                asked.fetching(),
                asked.version());
    }

    /** How it is reached, signed in to and looked at. */
    private static void requireServer(MailboxSettings asked) {
        if (!asked.protocol().equals("PIPE")) {
            required("host", asked.host());
            required("user", asked.user());
            boolean port = asked.port() != null && asked.port() > 0 && asked.port() < 65536;
            require("port", "malformed", port, asked.port());
        }
        if (asked.tokens() != null) {
            required("tokens.clientId", asked.tokens().clientId());
            String url = required("tokens.url", asked.tokens().url());
            require("tokens.url", "malformed", url.matches("https?://[^\\s]+"), url);
        }
        if (asked.fetching() != null) {
            int pause = asked.fetching().pollSeconds();
            if (pause < 1 || pause > Fetching.LONGEST_PAUSE) {
                throw new InvalidInput("fetching.pollSeconds", "range", 1, Fetching.LONGEST_PAUSE);
            }
        }
    }

    private static String strippedOr(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    private static List<String> otherThan(String address, List<String> aliases) {
        return aliases == null
                ? null
                : aliases.stream()
                        .map(alias -> alias.strip().toLowerCase(Locale.ROOT))
                        .filter(alias -> !alias.isEmpty() && !alias.equals(address))
                        .distinct()
                        .toList();
    }

    private static String required(String field, String value) {
        require(field, "required", value != null && !value.isBlank(), value);
        return value.strip();
    }

    private static void require(String field, String rule, boolean holds, Object value) {
        if (!holds) {
            throw new InvalidInput(field, rule, value);
        }
    }
}
