package org.pilet.platform;

import jakarta.ejb.ApplicationException;

/**
 * A business "no": the request was understood and is not granted. Rolls the transaction back and is shown to the user in
 * their language by {@link #key()}, which tells what to do next; it is never logged as a fault.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of "no", for the API's status code and the page's tone. */
    public enum Kind {
        /** The input breaks a rule; the text says which. */
        INVALID,
        /** There is nothing such, or the caller may not know that there is. */
        NOT_FOUND,
        /** The caller may see it but not do this. */
        FORBIDDEN,
        /** It has changed meanwhile, or its state does not allow this. */
        CONFLICT,
        /** More bytes than the configured limit. */
        TOO_LARGE,
        /** Too many attempts; wait. */
        THROTTLED
    }

    private final Kind kind;
    private final String key;
    private final transient Object[] arguments;

    protected Refusal(Kind kind, String key, Object... arguments) {
        super(key);
        this.kind = kind;
        this.key = key;
        this.arguments = arguments.clone();
    }

    public Kind kind() {
        return kind;
    }

    /** The message key in the bundle {@code common}, for example {@code refusal.ticket.closed}. */
    public String key() {
        return key;
    }

    /** Values for the message's placeholders, in order. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.clone();
    }

    @Override
    public String getMessage() {
        return key + java.util.Arrays.toString(arguments());
    }
}
