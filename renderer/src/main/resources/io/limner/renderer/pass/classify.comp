// One invocation a block of 2 x 2 samples: one item for each surface that is seen in it. The grid of samples has half a pixel between
// neighbours, and the last sample of each block falls on a pixel's exact centre: what labels say is true there.
#include frame.glsl
#include work.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(location = FIRST_ROW) uniform int firstRow; // of blocks; a large picture is shaded in bands
layout(location = END_ROW) uniform int endRow;
layout(binding = VISIBILITY) uniform usampler2D visibility; // material << 28 | triangle
layout(std430, binding = ITEMS) writeonly buffer Items { uvec2 items[]; };

void append(uint material, uint id, uint place) {
    uint n = atomicAdd(lists[material].count, 1u);
    items[lists[material].start + n] = uvec2(id, place);
}

void main() {
    ivec2 block = ivec2(gl_GlobalInvocationID.xy) + ivec2(0, firstRow);
    if (block.x > int(imageSize.x) || block.y >= endRow) {
        return;
    }
    // Gathered counter-clockwise from the lower left.
    uvec4 id = textureGather(visibility, vec2(2 * block + 1) / vec2(2.0 * imageSize.xy + 2.0)).wzxy;
    uvec4 material = id >> 28;
    // The background is no surface, but where glasses may be before it.
    bool bare = any(lessThan(vec2(block), glassBounds.xy)) || any(greaterThan(vec2(block), glassBounds.zw));
    // Samples of one surface are shaded once. Smooth surfaces go together by material; of strands, the two triangles of a segment.
    uvec4 surface = mix(material, id >> 1, equal(material, uvec4(MATERIAL_STRAND)));
    uint place = uint(block.x) | uint(block.y) << 14;
    uvec4 shaded = mix(uvec4(1u), uvec4(notEqual(material, uvec4(MATERIAL_BACKGROUND))), bvec4(bare)) << uvec4(0u, 1u, 2u, 3u);
    uint left = shaded.x | shaded.y | shaded.z | shaded.w;
    while (left != 0u) {
        int k = findMSB(left);
        uvec4 same = uvec4(equal(surface, uvec4(surface[k]))) << uvec4(0u, 1u, 2u, 3u);
        uint of = same.x | same.y | same.z | same.w;
        append(material[k], id[k] & 0xfffffffu, place | of << 28);
        left &= ~of;
    }
}
