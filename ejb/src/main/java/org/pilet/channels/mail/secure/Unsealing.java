package org.pilet.channels.mail.secure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One mail while it is opened, layer by layer, and its signatures are checked. */
final class Unsealing {

    private static final int DEEPEST = 3;

    private final String author;
    private final SecureMail.Keys keys;
    private final Instant at;
    private final List<MailFinding> findings = new ArrayList<>();
    private byte[] plain;
    private boolean opened;
    private boolean changed;
    private boolean locked;
    /** Whether what is opened next is all there was to read around it. */
    private boolean whole = true;
    /** What this layer hides; null: nothing, or nothing that we can open. */
    private byte[] entity;

    Unsealing(byte[] mail, String author, SecureMail.Keys keys, Instant at) {
        this.plain = mail;
        this.author = author;
        this.keys = keys;
        this.at = at;
    }

    SecureMail.Looked looked() {
        for (int depth = 0; depth < DEEPEST && opensLayer(); depth++) {
            opened = true;
            changed = true;
            plain = SignedBytes.replaced(plain, entity);
        }
        return new SecureMail.Looked(changed ? plain : null, locked, opened, List.copyOf(findings));
    }

    private boolean opensLayer() {
        entity = null;
        for (SignedBytes part : SignedBytes.in(plain)) {
            boolean all = whole && part.whole();
            look(part, part.seen(all), all);
            whole &= part.whole() || entity == null;
        }
        return entity != null;
    }

    private void look(SignedBytes part, SignedBytes seen, boolean all) {
        switch (part.kind()) {
            case SMIME_APART -> findings.addAll(Smime.check(seen, author, keys.trust(), at));
            case PGP_APART -> findings.addAll(OpenPgp.check(seen, author, keys.known()));
            case SMIME_OPAQUE -> smime(part, seen);
            case PGP_LINES_SIGNED, PGP_LINES_ENCRYPTED -> lines(part, seen);
            case PGP_ENCRYPTED -> openPgp(part, all);
        }
    }

    /** Signed or encrypted: which of them, only looking tells. */
    private void smime(SignedBytes part, SignedBytes seen) {
        List<MailFinding> signed = Smime.check(seen, author, keys.trust(), at);
        findings.addAll(signed);
        if (signed.isEmpty()) {
            Optional<byte[]> content = Smime.opened(part.content(), keys.identities());
            locked |= content.isEmpty();
            entity = content.orElse(entity);
        }
    }

    private void lines(SignedBytes part, SignedBytes seen) {
        Optional<OpenPgp.Opened> content = OpenPgp.lines(seen, author, keys);
        boolean hidden = part.kind() == SignedBytes.Kind.PGP_LINES_ENCRYPTED;
        locked |= hidden && content.isEmpty();
        content.ifPresent(inside -> {
            findings.addAll(inside.findings());
            plain = part.inTheOpen(plain, inside.entity());
            opened |= hidden;
            changed = true;
        });
    }

    private void openPgp(SignedBytes part, boolean all) {
        Optional<OpenPgp.Opened> content = OpenPgp.opened(part.content(), keys.secrets(), keys.known(), author, all);
        locked |= content.isEmpty();
        content.ifPresent(inside -> {
            findings.addAll(inside.findings());
            entity = inside.entity() == null ? entity : inside.entity();
        });
    }
}
