package org.pilet.search;

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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pilet.platform.Roles;
import org.pilet.platform.Tick;

/** Reads in the background what searching goes by: the words of files, and which words there are. */
@Singleton
@Startup
@DependsOn("Schema")
@PermitAll
@RunAs(Roles.SYSTEM)
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) // each file and each handful in a transaction of its own
public class SearchSweep {

    @EJB
    private FileWords files;

    @EJB
    private Vocabulary vocabulary;

    private final AtomicBoolean busy = new AtomicBoolean();

    @Schedule(
            hour = "*",
            minute = "*",
            second = "*/5",
            persistent = false) // every node; rivals pass over what the other holds
    public void tick() {
        if (busy.compareAndSet(false, true)) { // a long reading goes on over the next tick
            try {
                Tick.run("the search sweep", this::read);
            } finally {
                busy.set(false);
            }
        }
    }

    private void read() {
        for (Optional<FileWords.File> file = files.next(); file.isPresent(); file = files.next()) {
            files.read(file.get());
        }
        boolean more = vocabulary.readOn();
        while (more) {
            more = vocabulary.readOn();
        }
    }
}
