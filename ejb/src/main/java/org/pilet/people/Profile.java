package org.pilet.people;

/** What people may change about themselves. Refused when the zone or language is unknown or the name blank. */
public record Profile(String name, String phone, String language, String zone) {}
