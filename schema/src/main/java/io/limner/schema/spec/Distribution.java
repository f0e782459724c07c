package io.limner.schema.spec;

/** How the values of one parameter are drawn. */
public interface Distribution {}
