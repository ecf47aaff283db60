package org.pilet.search;

import org.pilet.platform.Page;

/** A page of a list, and how many tickets the whole list holds. */
public record CountedPage(Page<WorkListRow> page, Count count) {}
