package io.limner.schema.spec;

/** How the colour image of a row is encoded. */
public enum ImageFormat {
    JPEG,
    PNG
}
