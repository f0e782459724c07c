/**
 * A finished dataset in the files that other tools read: images with dlib, 300-W, COCO or YOLO annotations, WebDataset archives, JSON.
 * Each format has one writer, whose comment says how it counts pixels.
 *
 * <p>May not: draw, change a label, print.
 */
package io.limner.job.export;
