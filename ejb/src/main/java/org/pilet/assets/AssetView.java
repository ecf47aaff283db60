package org.pilet.assets;

import java.io.Serializable;

/**
 * A thing that tickets may be about.
 *
 * @param identifier its serial or inventory number, or null
 * @param organisationId whose it is, or null
 * @param personId who has it, or null
 * @param retired it is no longer in use
 * @param tickets how many tickets tell of it
 */
public record AssetView(
        long id,
        String name,
        AssetKind kind,
        String identifier,
        Long organisationId,
        String organisationName,
        Long personId,
        String personName,
        String personEmail,
        String note,
        boolean retired,
        long tickets,
        int version)
        implements Serializable {}
