package org.pilet.web.api;

import java.util.List;

/** An internal note to be written. */
public record NewNote(String text, String html, List<String> uploads) {}
