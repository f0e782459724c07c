/**
 * From a sample id to a row, without Spark: {@link io.limner.renderer.FaceSampler} leads through the rooms below. Design, head, frame,
 * labels and encoding each have a room of their own; nothing is computed here.
 */
package io.limner.renderer;
