package org.pilet.web.api;

import java.util.List;

/**
 * A view to be kept or replaced.
 *
 * @param own whether only the caller has it
 * @param version of the one that is replaced, as it was read
 */
public record ViewBody(
        String name,
        Long teamId,
        Boolean own,
        String view,
        String text,
        String sort,
        String group,
        List<String> columns,
        Integer version) {}
