package org.pilet.assets;

import java.io.Serializable;

/**
 * A thing to be entered, or what one is changed to.
 *
 * @param id null for a new one
 * @param version of the one that is changed, as it was read
 */
public record AssetDraft(
        Long id,
        String name,
        AssetKind kind,
        String identifier,
        Long organisationId,
        Long personId,
        String note,
        boolean retired,
        int version)
        implements Serializable {

    /** What it is now. */
    public static AssetDraft of(AssetView asset) {
        return new AssetDraft(
                asset.id(),
                asset.name(),
                asset.kind(),
                asset.identifier(),
                asset.organisationId(),
                asset.personId(),
                asset.note(),
                asset.retired(),
                asset.version());
    }

    /** The same, to be saved over this version of it. */
    public AssetDraft atVersion(int read) {
        return new AssetDraft(id, name, kind, identifier, organisationId, personId, note, retired, read);
    }

    /** The same, no longer in use. */
    public AssetDraft asRetired() {
        return new AssetDraft(id, name, kind, identifier, organisationId, personId, note, true, version);
    }
}
