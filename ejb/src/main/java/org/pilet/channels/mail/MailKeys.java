package org.pilet.channels.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.pilet.channels.mail.MailKeyStore.Kept;
import org.pilet.people.People;
import org.pilet.platform.Clock;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.NotFound;
import org.pilet.platform.Roles;
import org.pilet.security.Access;

/**
 * Certificates and keys for S/MIME and OpenPGP, and how each mailbox uses them (features A11.3, B2.12). Private halves are
 * sealed as mailbox passwords are, and leave the house by no door.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.SYSTEM})
public class MailKeys {

    @EJB
    private Access access;

    @EJB
    private People people;

    @Inject
    private MailKeyStore store;

    @Inject
    private MailboxStore mailboxes;

    @Inject
    private MailKeyRing keys;

    @Inject
    private SealedPassword seal;

    @Inject
    private Clock clock;

    /** All that are kept. */
    public List<MailKeyView> all() {
        Instant now = clock.now();
        Set<Long> revoked = keys.revoked();
        return store.all().stream()
                .map(key -> key.view(now, revoked.contains(key.id())))
                .toList();
    }

    /** How many certificates and keys end within thirty days or have ended. */
    public long ending() {
        return store.endingBefore(clock.now().plus(MailKeyStore.SOON));
    }

    /** Refused with {@link NotFound}. */
    public MailKeyView view(long id) {
        return all().stream().filter(key -> key.id() == id).findFirst().orElseThrow(() -> new NotFound("mailKey", id));
    }

    /**
     * Keeps what a file holds; the same key again is kept once. Refused with {@link InvalidInput} for a file that holds no
     * such thing, for a wrong passphrase, and for a mailbox's key without its private half.
     */
    public MailKeyView add(NewMailKey brought) {
        requireOwner(brought);
        MailKeyFile file = MailKeyFile.read(brought);
        if (brought.kind() == MailKeyView.Kind.REVOCATIONS
                && !keys.vouches(file.key().material())) {
            throw new InvalidInput("file", "unknown", file.key().holder());
        }
        return view(store.put(kept(file), clock.now(), access.me().personId()));
    }

    /** Whose it is to be: a mailbox's, a person's, or the whole house's, as its kind allows. */
    private void requireOwner(NewMailKey brought) {
        if (brought.kind() == null) {
            throw new InvalidInput("kind", "required");
        }
        if (brought.mailboxId() != null) {
            if (isOfAll(brought.kind())) {
                throw new InvalidInput("mailboxId", "unknown", brought.mailboxId());
            }
            requireMailbox(brought.mailboxId());
        }
        if (brought.personId() != null) {
            people.view(brought.personId());
        }
    }

    private static boolean isOfAll(MailKeyView.Kind kind) {
        return kind == MailKeyView.Kind.AUTHORITY || kind == MailKeyView.Kind.REVOCATIONS;
    }

    /** With its secret sealed; what is the house's own, and what vouches for others, is trusted from the start. */
    private Kept kept(MailKeyFile file) {
        Kept key = file.key();
        byte[] sealed = file.secret() == null ? null : seal.seal("key:" + key.fingerprint(), file.secret());
        return new Kept(
                0,
                key.kind(),
                key.holder(),
                key.addresses(),
                key.fingerprint(),
                key.material(),
                sealed,
                key.mailboxId(),
                key.personId(),
                key.trusted() || sealed != null || isOfAll(key.kind()),
                key.from(),
                key.until(),
                key.revoked());
    }

    /** Says whether the house trusts it from now on; what was said on messages before stays. */
    public MailKeyView trust(long id, boolean trusted) {
        view(id);
        store.trust(id, trusted);
        return view(id);
    }

    /** What was encrypted to it can then no longer be opened here. */
    public void remove(long id) {
        view(id);
        store.remove(id);
    }

    /** How mail of that mailbox goes out. Refused with {@link NotFound}. */
    public MailSealing sealing(long mailboxId) {
        requireMailbox(mailboxId);
        return store.sealing(mailboxId);
    }

    /** Refused with {@link InvalidInput} if the mailbox has no key of its own for the scheme. */
    public MailSealing seal(long mailboxId, MailSealing sealing) {
        sealing(mailboxId);
        if (sealing.scheme() == null) {
            throw new InvalidInput("scheme", "required");
        }
        boolean able = sealing.scheme() == MailSealing.Scheme.NONE
                || store.all().stream()
                        .anyMatch(key -> key.sealed() != null
                                && Long.valueOf(mailboxId).equals(key.mailboxId())
                                && key.kind().name().equals(sealing.scheme().name()));
        if (!able) {
            throw new InvalidInput("scheme", "keyMissing", sealing.scheme());
        }
        store.seal(mailboxId, sealing);
        return store.sealing(mailboxId);
    }

    private void requireMailbox(long mailboxId) {
        if (mailboxes.find(mailboxId).isEmpty()) {
            throw new NotFound("mailbox", mailboxId);
        }
    }
}
