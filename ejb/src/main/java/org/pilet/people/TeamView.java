package org.pilet.people;

import java.io.Serializable;
import java.util.List;

/** Agents who work together, and who leads them (null when nobody does). */
public record TeamView(long id, String name, Long leadId, String leadName, List<Long> memberIds)
        implements Serializable {}
