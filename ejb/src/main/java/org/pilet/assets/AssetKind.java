package org.pilet.assets;

/** What sort of thing it is. */
public enum AssetKind {
    DEVICE,
    SOFTWARE,
    PRODUCT,
    PLACE,
    OTHER
}
