package org.pilet.search;

import org.pilet.platform.Page;

/**
 * A page of a list, and how many tickets the whole list holds.
 *
 * @param instead the words that were looked for, where those that were asked for stand nowhere and seem mistyped; else null
 */
public record CountedPage(Page<WorkListRow> page, Count count, String instead) {}
