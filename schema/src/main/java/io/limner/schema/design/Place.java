package io.limner.schema.design;

/**
 * Where a sample belongs in its dataset.
 *
 * @param sampleId which sample, from 0
 * @param subjectId which subject, from 0; samples of one subject are consecutive
 * @param variant the variant's name, or null where the spec has none
 * @param split the name of the part of the split, or null where the spec has none
 */
public record Place(long sampleId, long subjectId, String variant, String split) {}
