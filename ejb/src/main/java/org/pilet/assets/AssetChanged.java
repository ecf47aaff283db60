package org.pilet.assets;

import org.pilet.platform.Refusal;

/** Somebody has changed the thing since the caller looked. */
public class AssetChanged extends Refusal {

    private static final long serialVersionUID = 1L;

    AssetChanged(String name) {
        super(Kind.CONFLICT, "refusal.assetChanged", name);
    }
}
