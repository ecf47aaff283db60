/**
 * Pilet, a help desk. Each package below is a room: its public types are the door, everything package-private is the
 * inside. The order of the rooms is a rule (see {@code HouseRulesTest} in the web module).
 */
package org.pilet;
