/**
 * Plain data to try Pilet out with, and many tickets to measure it with. Decided: this room is a leaf behind all leaves
 * and may use every other room, nobody uses it; the cast (teams, people, queues, policies, mailboxes) comes into being once, at
 * the first start with {@code pilet.demo=true}; tickets are played move by move by the same rules that the doors keep, then
 * written by plain SQL, so that twenty thousand take seconds and their histories still add up.
 */
package org.pilet.demo;
