/**
 * The user's files: finding them below the root that the command names, and reading them with bounds. Whatever is wrong with one ends in an
 * {@link io.limner.renderer.asset.AssetException} that names it. May not: open anything by another name than a spec's, or draw.
 */
package io.limner.renderer.asset;
