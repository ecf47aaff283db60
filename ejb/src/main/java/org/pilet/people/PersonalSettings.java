package org.pilet.people;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.pilet.platform.InvalidInput;
import org.pilet.platform.Roles;

/** What the caller has set for themselves: small texts by key, on the server so that they follow from device to device. */
@Stateless
@RolesAllowed({Roles.CUSTOMER, Roles.AGENT, Roles.TEAM_LEAD, Roles.BATCH_OPERATOR, Roles.ADMINISTRATOR})
public class PersonalSettings {

    private static final int LONGEST = 20_000;

    @Inject
    private PersonSettingStore store;

    @Resource
    private SessionContext context;

    public Optional<String> get(String key) {
        return store.find(myId(), key);
    }

    /** All whose keys begin so. */
    public Map<String, String> startingWith(String prefix) {
        return store.startingWith(myId(), prefix);
    }

    /** Null or blank brings back what holds for everybody. Refused when it is longer than any setting of ours. */
    public void put(String key, String value) {
        if (value == null || value.isBlank()) {
            store.remove(myId(), key);
            return;
        }
        if (value.length() > LONGEST) {
            throw new InvalidInput(key, "tooLong", LONGEST);
        }
        store.put(myId(), key, value);
    }

    private long myId() {
        return Long.parseLong(context.getCallerPrincipal().getName().split("#", 2)[0]);
    }
}
