/**
 * One way to write a value down, and its fingerprint: canonical JSON (RFC 8785) and SHA-256. Everything that is hashed or
 * compared across machines goes through here.
 *
 * <p>May not: know what the values mean; depend on the formatting of the JDK at hand.
 */
package io.limner.schema.canonical;
