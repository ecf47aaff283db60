/**
 * What any application would need: the clock, the outbox, settings, blobs, refusals, paging. No domain word is allowed
 * here. Decided: whatever leaves the process goes through {@link org.pilet.platform.Outbox}; configuration is read
 * through {@link org.pilet.platform.Settings} only; the schema belongs to Flyway ({@link org.pilet.platform.Schema}).
 */
package org.pilet.platform;
