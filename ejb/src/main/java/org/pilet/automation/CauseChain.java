package org.pilet.automation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;

/**
 * Which rules have brought about what happens in the current transaction, the first cause first. Kept with the transaction,
 * because events of other rooms do not know of rules.
 */
@Dependent
class CauseChain {

    /** An event that so many rules stand behind wakes no further one. */
    static final int DEEPEST = 3;

    private static final String KEY = CauseChain.class.getName();

    @Resource
    private TransactionSynchronizationRegistry transaction;

    void set(List<Long> ruleIds) {
        transaction.putResource(KEY, List.copyOf(ruleIds));
    }

    @SuppressWarnings("unchecked")
    List<Long> get() {
        Object chain = transaction.getTransactionKey() == null ? null : transaction.getResource(KEY);
        return chain == null ? List.of() : (List<Long>) chain;
    }
}
