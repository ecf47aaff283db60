package org.pilet.web.common;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;

/**
 * Draws a page within one transaction. A ticket's page asks twenty doors; each would take a connection, have it checked and
 * commit on its own, which costs more than the reading.
 */
public class OneReading implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RENDER_RESPONSE;
    }

    @Override
    public void beforePhase(PhaseEvent event) {
        try {
            transaction().begin();
        } catch (NotSupportedException | SystemException e) {
            throw new FacesException(e);
        }
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        try {
            UserTransaction transaction = transaction();
            if (transaction.getStatus() == Status.STATUS_ACTIVE) {
                transaction.commit();
            } else if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback(); // what went wrong has been thrown where it went wrong
            }
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new FacesException(e);
        }
    }

    private static UserTransaction transaction() {
        return CDI.current().select(UserTransaction.class).get(); // Faces makes this listener, nothing can be injected
    }
}
