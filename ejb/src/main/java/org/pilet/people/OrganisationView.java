package org.pilet.people;

import java.io.Serializable;
import java.util.List;

/**
 * A customer company.
 *
 * @param domains mail domains whose new senders belong to it
 */
public record OrganisationView(long id, String name, List<String> domains) implements Serializable {}
