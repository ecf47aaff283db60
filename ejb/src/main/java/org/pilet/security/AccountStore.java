package org.pilet.security;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import org.pilet.platform.Sql;

@Dependent
class AccountStore {

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Sql sql;

    Optional<Long> personByAddress(String address) {
        return sql.first(
                "select c.person_id from contact_point c join person p on p.id = c.person_id where c.kind = 'EMAIL'"
                        + " and c.address = ? and p.active",
                row -> row.number("person_id"),
                address.strip().toLowerCase(Locale.ROOT));
    }

    /** Locks the account until the transaction ends, so that rival sign-ins are counted one after the other. */
    Optional<Account> find(long personId) {
        return Optional.ofNullable(entities.find(Account.class, personId, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(Account account) {
        entities.persist(account);
    }
}
