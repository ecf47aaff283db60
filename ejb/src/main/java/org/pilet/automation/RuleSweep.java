package org.pilet.automation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** Looks for dates of tickets that rules wait for, and for rules whose hour has come. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@Lock(LockType.WRITE) // a slow sweep is not overtaken by the next
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RuleSweep {

    @EJB
    private TimeRules rules;

    @EJB
    private RuleRuns runs;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false) // every node; rivals meet in the database
    public void tick() {
        Tick.run("the rules' sweep", () -> rules.waiting().forEach(id -> Tick.run("rule " + id, () -> order(id))));
    }

    @Schedule(hour = "3", minute = "41", persistent = false)
    public void purge() {
        Tick.run("the purge of the rules' log", runs::purge);
    }

    private void order(long ruleId) {
        boolean more;
        do {
            more = rules.order(ruleId);
        } while (more);
    }
}
