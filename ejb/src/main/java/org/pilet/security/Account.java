package org.pilet.security;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * What lets a person sign in. Made when they choose a password by a link sent to their address, or by an administrator;
 * after five wrong passwords in a row it is closed for a while, longer each time.
 */
@Entity
class Account {

    private static final int FREE_ATTEMPTS = 5;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    @Id
    @Column(name = "person_id")
    private Long personId;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "failed_attempts")
    private int failedAttempts;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @Column(name = "last_sign_in_at")
    private Instant lastSignInAt;

    private boolean active = true;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "role")
    private Set<String> roles = new HashSet<>();

    @Version
    private int version;

    protected Account() {}

    Account(long personId, Set<String> roles) {
        this.personId = personId;
        this.roles.addAll(roles);
    }

    long personId() {
        return personId;
    }

    boolean isActive() {
        return active;
    }

    String passwordHash() {
        return passwordHash;
    }

    Set<String> roles() {
        return Set.copyOf(roles);
    }

    int version() {
        return version;
    }

    void choosePassword(String hash) {
        passwordHash = hash;
        failedAttempts = 0;
        lockedUntil = null;
    }

    /** How long it stays closed, in whole seconds; 0 when it is open. */
    long lockedSeconds(Instant now) {
        return lockedUntil == null || !now.isBefore(lockedUntil)
                ? 0
                : Duration.between(now, lockedUntil).toSeconds() + 1;
    }

    void failed(Instant now) {
        failedAttempts++;
        if (failedAttempts >= FREE_ATTEMPTS) {
            Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(failedAttempts - FREE_ATTEMPTS, 10));
            lockedUntil = now.plus(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
        }
    }

    void signedIn(Instant now) {
        failedAttempts = 0;
        lockedUntil = null;
        lastSignInAt = now;
    }
}
