/**
 * A slot in a process of its own: a child JVM draws what it is sent the numbers of, so that a crash of native code, a sample that never ends or a
 * leak costs one sample. The parent starts it, watches it, and starts another.
 *
 * <p>May not: draw, which is left to the samplers that the child opens; decide what becomes of a sample that broke a child.
 */
package io.limner.job.execute.child;
