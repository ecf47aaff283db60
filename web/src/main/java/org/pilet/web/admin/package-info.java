/**
 * The administrator's pages: mail, queues and categories, service levels, rules and routing, what could not leave the
 * house. Decided: a page shows what will be changed before it is (which clocks move, which tickets a rule would have
 * touched), and says what it has done; what is removed while tickets name it is retired instead.
 */
package org.pilet.web.admin;
