// One invocation a block of 2 x 2 samples: one item for each surface that is seen in it. The grid of samples has half a pixel between
// neighbours, and the last sample of each block falls on a pixel's exact centre: what labels say is true there.
#include frame.glsl
#include work.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(location = FIRST_ROW) uniform int firstRow; // of blocks; a large picture is shaded in bands
layout(location = END_ROW) uniform int endRow;
layout(binding = VISIBILITY) uniform usampler2D visibility; // triangle + 1
layout(binding = CORNERS) uniform usamplerBuffer corners;   // x first vertex of a triangle, w >> 8 its material
layout(std430, binding = ITEMS) writeonly buffer Items { uvec2 items[]; };

// Material and first vertex of what a sample shows.
uvec2 surfaceOf(uint id) {
    uvec4 corner = texelFetch(corners, int(id - 1u));
    return id == 0u ? uvec2(MATERIAL_BACKGROUND, 0u) : uvec2(corner.w >> 8, corner.x);
}

void append(uint material, uint id, uint place) {
    uint n = atomicAdd(lists[material].count, 1u);
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
    uvec2 a = surfaceOf(id.x);
    uvec2 b = surfaceOf(id.y);
    uvec2 c = surfaceOf(id.z);
    uvec2 d = surfaceOf(id.w);
    uvec4 material = uvec4(a.x, b.x, c.x, d.x);
    uvec4 first = uvec4(a.y, b.y, c.y, d.y);
    // Samples of one surface are shaded once. Smooth surfaces go together by material; of strands, the triangles of a segment, which
    // begin at the same pair of vertices.
    uvec4 segment = MATERIALS + (first >> 1);
    uvec4 surface = mix(material, segment, equal(material, uvec4(MATERIAL_STRAND)));
    uint place = uint(block.x) | uint(block.y) << 14;
    uint left = 15u;
    do {
        int k = findMSB(left);
        uvec4 same = uvec4(equal(surface, uvec4(surface[k]))) << uvec4(0u, 1u, 2u, 3u);
        uint of = same.x | same.y | same.z | same.w;
        append(material[k], id[k], place | of << 28);
        left &= ~of;
    } while (left != 0u);
}
