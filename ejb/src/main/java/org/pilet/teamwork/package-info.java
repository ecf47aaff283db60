/**
 * How colleagues work one ticket together: who follows it, whom a note mentions, what is left to do, how long it took, and
 * who has it in front of them. A ticket and its words know nothing of this; service levels neither.
 */
package org.pilet.teamwork;
