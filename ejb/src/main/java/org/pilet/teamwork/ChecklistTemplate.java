package org.pilet.teamwork;

import java.io.Serializable;
import java.util.List;

/**
 * Tasks that come together again and again.
 *
 * @param id null for a new one
 * @param required a ticket that has it cannot be closed before all of them are done
 */
public record ChecklistTemplate(Long id, String name, List<String> items, boolean required, long uses, int version)
        implements Serializable {

    public ChecklistTemplate {
        items = List.copyOf(items);
    }
}
