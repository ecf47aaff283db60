package org.pilet.people;

/**
 * Somebody to be known from now on.
 *
 * @param name may be blank: then the address's local part stands in
 * @param email required; compared without case
 * @param language IETF tag; null means English
 * @param zone IANA zone; null means UTC
 */
public record NewPerson(PersonKind kind, String name, String email, String phone, String language, String zone) {

    /** A customer known by address only. */
    public static NewPerson customer(String name, String email, String language) {
        return new NewPerson(PersonKind.CUSTOMER, name, email, null, language, null);
    }
}
