package org.pilet.platform;

/** The key came before with another request: one of the two is a mistake of the caller's. */
public class IdempotencyKeyReused extends Refusal {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyReused() {
        super(Kind.CONFLICT, "refusal.idempotencyKeyReused");
    }
}
