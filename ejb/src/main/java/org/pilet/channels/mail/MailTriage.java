package org.pilet.channels.mail;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pilet.platform.Refusal;

/** Takes mails through both steps, whatever happens to a single one. Runs without a transaction of its own. */
@Dependent
class MailTriage {

    private static final Logger LOG = Logger.getLogger(MailTriage.class.getName());

    @EJB
    private MailIntake intake;

    /** Stores and decides; a fault of the deciding leaves the mail stored. A fault of the storing is the caller's. */
    InboundOutcome take(RawMail raw, long mailboxId) {
        InboundOutcome accepted = intake.accept(raw, mailboxId);
        return accepted.state() == InboundState.STORED ? decide(accepted) : accepted;
    }

    /** Decides what was left behind. */
    void decideDue() {
        for (long id : intake.due()) {
            decide(new InboundOutcome(id, InboundState.STORED, null, null, null, null, null, false));
        }
    }

    private InboundOutcome decide(InboundOutcome stored) {
        try {
            InboundOutcome decided = intake.process(stored.id());
            return stored.duplicate() ? decided.asDuplicate() : decided;
        } catch (Refusal refused) {
            return intake.failed(stored.id(), refused.getMessage(), true);
        } catch (EJBException fault) { // an outer wall: one bad mail harms only itself
            LOG.log(Level.WARNING, "Inbound mail " + stored.id() + " could not be decided", fault);
            return intake.failed(stored.id(), root(fault), false);
        }
    }

    private static String root(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String words = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return words.length() > 500 ? words.substring(0, 500) : words;
    }
}
