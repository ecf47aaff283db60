package org.pilet.platform;

/** The receiver has said a final no: trying again is of no use, the entry is dead at once. */
public class DeliveryRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public DeliveryRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
