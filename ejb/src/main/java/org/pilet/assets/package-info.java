/**
 * Things that tickets are about: machines, programs, products, places; who has them; and which tickets tell of which.
 * Decided: five kinds are enough until administrators define classes of their own (features A12.3); a thing that is gone
 * is retired, not deleted, since its tickets stay.
 */
package org.pilet.assets;
