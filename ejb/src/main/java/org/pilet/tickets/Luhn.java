package org.pilet.tickets;

/** The check digit of ISO/IEC 7812-1, so that a mistyped or invented number is hardly ever a ticket's. */
public final class Luhn {

    private Luhn() {}

    /** The serial number with its check digit appended. */
    public static String withCheckDigit(long serial) {
        String digits = Long.toString(serial);
        return digits + (10 - sum(digits + "0") % 10) % 10;
    }

    static boolean isValid(String number) {
        return number.length() > 1
                && number.length() < 19
                && number.chars().allMatch(c -> c >= '0' && c <= '9')
                && sum(number) % 10 == 0;
    }

    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
