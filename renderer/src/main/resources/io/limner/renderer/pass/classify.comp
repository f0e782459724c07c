// One invocation a block of 2 x 2 samples: one item for each surface that is seen in it. The grid of samples has half a pixel between
// neighbours, and the last sample of each block falls on a pixel's exact centre: what labels say is true there.
#include frame.glsl
#include work.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(location = FIRST_ROW) uniform int firstRow; // of blocks; a large picture is shaded in bands
layout(location = END_ROW) uniform int endRow;
layout(location = FIRST_STRAND) uniform int firstStrand; // the first triangle of strands; a segment has two
layout(binding = VISIBILITY) uniform usampler2D visibility; // triangle + 1
layout(binding = CORNERS) uniform usamplerBuffer corners;   // w segmentation class of a triangle
layout(std430, binding = ITEMS) writeonly buffer Items { uvec2 items[]; };

uint materialOf(uint id) {
    if (id == 0u) {
        return MATERIAL_BACKGROUND;
    }
    switch (texelFetch(corners, int(id - 1u)).w) {
        case CLASS_EYE_WHITE: return MATERIAL_EYE;
        case CLASS_HAIR:
        case CLASS_BROW:
        case CLASS_LASH: return MATERIAL_STRAND;
        case CLASS_CLOTHING: return MATERIAL_CLOTH;
        case CLASS_MOUTH_INTERIOR:
        case CLASS_TEETH:
        case CLASS_TONGUE: return MATERIAL_MOUTH;
        default: return MATERIAL_SKIN;
    }
}

void append(uint material, uint id, uint place) {
    uint n = atomicAdd(lists[material].count, 1u);
    if ((n & 63u) == 0u) {
        atomicAdd(lists[material].groups, 1u);
    }
    items[lists[material].start + n] = uvec2(id, place);
}

void main() {
    ivec2 block = ivec2(gl_GlobalInvocationID.xy) + ivec2(0, firstRow);
    if (block.x > int(imageSize.x) || block.y >= endRow) {
        return;
    }
    ivec2 s = 2 * block;
    uint id[4] = uint[4](
            texelFetch(visibility, s, 0).r,
            texelFetch(visibility, s + ivec2(1, 0), 0).r,
            texelFetch(visibility, s + ivec2(0, 1), 0).r,
            texelFetch(visibility, s + ivec2(1, 1), 0).r);
    uint material[4] = uint[4](materialOf(id[0]), materialOf(id[1]), materialOf(id[2]), materialOf(id[3]));
    // Samples of one surface are shaded once. Smooth surfaces go together by material; of strands, the two triangles of a segment.
    uvec4 surface;
    for (int k = 0; k < 4; k++) {
        surface[k] = material[k] == MATERIAL_STRAND ? MATERIALS + (id[k] - 1u - uint(firstStrand) >> 1) : material[k];
    }
    uint place = uint(block.x) | uint(block.y) << 14;
    uint left = 15u;
    for (int k = 3; k >= 0; k--) {
        if ((left >> k & 1u) != 0u) {
            uvec4 same = uvec4(equal(surface, uvec4(surface[k]))) << uvec4(0u, 1u, 2u, 3u);
            uint of = same.x | same.y | same.z | same.w;
            append(material[k], id[k], place | of << 28);
            left &= ~of;
        }
    }
}
