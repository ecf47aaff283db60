package org.pilet.reporting;

/** One formula: looks at a ticket's story and notes what it adds to its metrics. */
interface FactRule {

    void judge(TicketStory story, FactSheet sheet);
}
