package org.pilet.channels.mail;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;

/** The one step of the job {@code mail-reconciliation}. */
@Named
@Dependent
public class MailReconciliationStep extends AbstractBatchlet {

    @EJB
    private MailReconciler reconciler;

    @Override
    public String process() {
        MailReconciliationView made = reconciler.reconcile();
        return made.difference() == 0 ? "COMPLETED" : "DIFFERENCE " + made.difference();
    }
}
