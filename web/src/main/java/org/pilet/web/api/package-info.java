/**
 * The REST API, version 1: everything that the pages do, for programs. Decided: it is described in one file,
 * {@code META-INF/openapi.yaml}, written by hand and held to the code by a test; the records that the doors return are
 * its schema; every refusal and fault is a problem (RFC 9457); a token's scopes are checked before a resource runs, and
 * what its person may see is decided by the doors; what creates something takes an {@code Idempotency-Key}; no
 * resource has operations below the address of another with more literal characters, since that one alone would be asked.
 */
package org.pilet.web.api;
