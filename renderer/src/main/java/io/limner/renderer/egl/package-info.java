/**
 * Getting a drawing context without a display: which devices there are, which one to take, and a context on it. Driver quirks live
 * here, each with a name, a reason, a log line and an off switch. Nothing here draws.
 */
package io.limner.renderer.egl;
