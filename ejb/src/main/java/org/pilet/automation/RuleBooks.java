package org.pilet.automation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.atomic.AtomicReference;

/** The rules in force, read again only when somebody, on whichever node, has changed one. */
@ApplicationScoped
class RuleBooks {

    private static final String KEY = RuleBooks.class.getName();

    @Inject
    private RuleStore store;

    @Inject
    private RuleReader reader;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    private final AtomicReference<Edition> latest = new AtomicReference<>();

    /** As this transaction saw them when it asked first. */
    RuleBook current() {
        if (transaction.getTransactionKey() == null) {
            return upToDate();
        }
        RuleBook book = (RuleBook) transaction.getResource(KEY);
        if (book == null) {
            book = upToDate();
            transaction.putResource(KEY, book);
        }
        return book;
    }

    private RuleBook upToDate() {
        long revision = store.revision();
        Edition known = latest.get();
        if (known != null && known.revision() == revision) {
            return known.book();
        }
        RuleBook book = RuleBinding.bind(store.groups(), store.rules(), reader);
        if (store.revision() == revision) { // else a rival has committed meanwhile, and nobody may reuse this one
            latest.set(new Edition(revision, book));
        }
        return book;
    }

    private record Edition(long revision, RuleBook book) {}
}
