package org.pilet.automation;

import java.io.Serializable;
import java.util.List;
import org.pilet.automation.terms.Parameter;

/** What rules can be made of. */
public record RuleCatalogue(
        List<CatalogueEntry> triggers, List<CatalogueEntry> conditions, List<CatalogueEntry> actions)
        implements Serializable {

    /** A trigger, condition or action, and what it must be told. */
    public record CatalogueEntry(String name, List<Parameter> parameters) implements Serializable {}
}
