package io.limner.schema.sample;

import io.limner.schema.spec.ImageFormat;

/**
 * An image file's bytes.
 *
 * @param bytes the file
 * @param format its encoding
 * @param width pixels
 * @param height pixels
 */
public record EncodedImage(byte[] bytes, ImageFormat format, int width, int height) {}
