package org.pilet.web.api;

import java.util.List;

/** Turns on call duty to be written down: the people in their order, each for so many days, so many times over. */
public record DutyBody(Long teamId, List<Long> personIds, String from, Integer days, Integer rounds) {}
