package org.pilet.channels.mail.pictures;

/** A picture from the web that somebody's mail shows. */
public record RemotePicture(String mediaType, byte[] bytes) {}
