/**
 * How fast Pilet is, and how fast it could be: each load is put on a server of its own by Gatling, and beside each figure
 * stands its floor, the same rows written or read by plain SQL with as many connections against the same database.
 * {@code mvn -Pbench verify -DskipUnitTests} prints the table.
 */
package org.pilet.bench;
