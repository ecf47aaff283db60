package org.pilet.platform;

/** The input breaks a rule that the named field states; key {@code refusal.input.<rule>}, first argument the field. */
public class InvalidInput extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidInput(String field, String rule, Object... arguments) {
        super(Kind.INVALID, "refusal.input." + rule, prepend(field, arguments));
        this.field = field;
    }

    /** The name of the input that is at fault, as the API and the page's form call it. */
    public String field() {
        return field;
    }

    private static Object[] prepend(String field, Object[] rest) {
        Object[] all = new Object[rest.length + 1];
        all[0] = field;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
