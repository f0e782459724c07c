// One invocation a block of 2 x 2 samples. The grid of samples has half a pixel between neighbours, and the second sample of each
// block falls on a pixel's exact centre: what labels say is true there. A block that shows one smooth surface is shaded once.
#include frame.glsl
#include work.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(location = FIRST_ROW) uniform int firstRow; // of blocks; a large picture is shaded in bands
layout(location = END_ROW) uniform int endRow;
layout(binding = VISIBILITY) uniform usampler2D visibility; // triangle + 1
layout(std430, binding = CLASSES) readonly buffer Classes { uint classes[]; };
layout(std430, binding = ITEMS) writeonly buffer Items { uvec2 items[]; };

uint materialOf(uint id) {
    if (id == 0u) {
        return MATERIAL_BACKGROUND;
    }
    switch (classes[id - 1u]) {
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
    uvec4 id = uvec4(
            texelFetch(visibility, s, 0).r,
            texelFetch(visibility, s + ivec2(1, 0), 0).r,
            texelFetch(visibility, s + ivec2(0, 1), 0).r,
            texelFetch(visibility, s + ivec2(1, 1), 0).r);
    uvec4 material = uvec4(materialOf(id.x), materialOf(id.y), materialOf(id.z), materialOf(id.w));
    uint place = uint(s.x) | uint(s.y) << 15;
    if (id.w != 0u && all(lessThan(block, ivec2(imageSize.xy)))) {
        append(MATERIAL_LABEL, id.w, place);
    }
    bool one = all(equal(id, id.wwww)) || (material.w != MATERIAL_STRAND && all(equal(material, material.wwww)));
    append(material.w, id.w, one ? place | WHOLE_BLOCK : place + (1u | 1u << 15));
    if (!one) {
        append(material.x, id.x, place);
        append(material.y, id.y, place + 1u);
        append(material.z, id.z, place + (1u << 15));
    }
}
