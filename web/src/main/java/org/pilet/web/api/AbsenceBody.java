package org.pilet.web.api;

/** Time out of office to be noted. */
public record AbsenceBody(String from, String until, Long replacementId, String reason) {}
