package org.pilet.web.api;

/** Whether a resolved ticket is solved, says its customer; if not, it is open again. */
public record Verdict(Boolean solved) {}
