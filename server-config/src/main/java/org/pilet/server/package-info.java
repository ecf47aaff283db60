/**
 * What makes a bare machine a place where Pilet runs: database, mail server and application server, started and stopped
 * as one. For trying out, for development and for the tests; an organisation that runs its own WildFly needs none of it.
 */
package org.pilet.server;
