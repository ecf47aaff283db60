package org.pilet.demo;

/** Who did something and why, as histories record it. */
record Actor(Long id, String kind, String cause) {

    static Actor agent(long id) {
        return new Actor(id, "AGENT", null);
    }

    static Actor customer(long id) {
        return new Actor(id, "CUSTOMER", null);
    }

    static Actor system(String cause) {
        return new Actor(null, "SYSTEM", cause);
    }
}
