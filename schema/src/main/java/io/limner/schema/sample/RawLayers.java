package io.limner.schema.sample;

/**
 * Label layers as numbers, before they are encoded; row by row from the top left. Those that a spec does not ask for are null.
 *
 * @param classes {@link io.limner.schema.label.SegmentationClass} codes, 1 byte a pixel
 * @param depth unsigned 16-bit steps of 0.1 mm, 0 where there is no surface, 1 value a pixel
 * @param normals 3 bytes a pixel
 */
public record RawLayers(byte[] classes, short[] depth, byte[] normals) {}
