package org.pilet.automation.conditions;

import java.util.Locale;

/** An address, or a domain with those beneath it, with or without the at sign before it. */
record WantedAddress(String text) {

    WantedAddress(String text) {
        this.text = text.strip().toLowerCase(Locale.ROOT);
    }

    boolean fits(String given) {
        String address = given.toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        if (at > 0) {
            return address.equals(text);
        }
        String wanted = text.substring(at + 1);
        String domain = address.substring(address.lastIndexOf('@') + 1);
        return domain.equals(wanted) || domain.endsWith("." + wanted);
    }
}
