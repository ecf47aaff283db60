package org.pilet.web.api;

/** Who shall own a ticket; without an id it is nobody's. */
public record NewOwner(Long ownerId) {}
