package org.pilet.it.inside;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;
import org.pilet.platform.Roles;

/** Lets a test call doors as the timers and pumps do; every door call is a transaction of its own. */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AsSystem {

    public <T> T call(Callable<T> calls) throws Exception {
        return calls.call();
    }
}
