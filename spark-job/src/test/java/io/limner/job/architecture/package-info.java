/**
 * The walls of the house, held by tests: which module may know which, who may touch OpenGL and Spark, where chance and clocks
 * are banned, and that every package says what belongs in it. What one class does is tested beside that class, not here.
 */
package io.limner.job.architecture;
