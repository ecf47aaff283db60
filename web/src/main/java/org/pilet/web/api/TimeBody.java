package org.pilet.web.api;

/**
 * Time to be booked.
 *
 * @param spentOn a day; today where the caller is when left out
 */
public record TimeBody(String spentOn, Integer minutes, String kind, Boolean billable, String note) {}
