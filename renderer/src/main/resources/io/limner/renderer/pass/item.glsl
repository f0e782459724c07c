// The item of this invocation, for a program of one material. Needs frame.glsl and the constant MATERIAL.
#include work.glsl
#include develop.glsl
layout(local_size_x = 64) in;
layout(std430, binding = ITEMS) readonly buffer Items { uvec2 items[]; };
layout(binding = SAMPLES, r32ui) writeonly uniform uimageBuffer samples; // row by row

#ifdef ALBEDO_LAYER
vec3 albedoSeen; // of the last surface that was shaded
#define NOTE_ALBEDO(a) albedoSeen = (a)
#else
#define NOTE_ALBEDO(a)
#endif

struct Item {
    uint triangle;
    ivec2 block;
    uint samples; // bit k: sample k of the block shows it
};

bool takeItem(out Item item) {
    uint n = gl_GlobalInvocationID.x;
    if (n >= lists[MATERIAL].count) {
        return false;
    }
    uvec2 packedItem = items[lists[MATERIAL].start + n];
    item.triangle = packedItem.x;
    item.block = ivec2(packedItem.y & 16383u, packedItem.y >> 14 & 16383u);
    item.samples = packedItem.y >> 28;
    return true;
}

// Sample (i, j) of the grid lies at pixel coordinates (i / 2, j / 2); an item is shaded once, in the middle of its samples.
vec2 itemPixel(Item item) {
    uvec4 bits = uvec4(item.samples, item.samples >> 1, item.samples >> 2, item.samples >> 3) & 1u;
    vec2 sum = vec2(bits.y + bits.w, bits.z + bits.w);
    return vec2(item.block) + 0.5 * sum / float(bits.x + bits.y + bits.z + bits.w);
}

void storeItem(Item item, vec3 color) {
    // Ten bits a channel, along a square root: finer than the eight bits along sRGB's curve that come of it.
    uvec3 root = uvec3(round(1023.0 * sqrt(develop(color))));
    uvec4 developed = uvec4(root.r | root.g << 10 | root.b << 20);
    int row = 2 * int(imageSize.x) + 2;
    int at = 2 * item.block.y * row + 2 * item.block.x;
    if ((item.samples & 1u) != 0u) {
        imageStore(samples, at, developed);
    }
    if ((item.samples & 2u) != 0u) {
        imageStore(samples, at + 1, developed);
    }
    if ((item.samples & 4u) != 0u) {
        imageStore(samples, at + row, developed);
    }
    if ((item.samples & 8u) != 0u) {
        imageStore(samples, at + row + 1, developed);
    }
}
