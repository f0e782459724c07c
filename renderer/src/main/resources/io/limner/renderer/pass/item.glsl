// The item of this invocation, for a program of one material. Needs frame.glsl and the constant MATERIAL.
#include work.glsl
layout(local_size_x = 64) in;
layout(std430, binding = ITEMS) readonly buffer Items { uvec2 items[]; };
layout(binding = SAMPLES, rgba16f) writeonly uniform image2D samples;

struct Item {
    uint id;
    ivec2 place;
    bool whole;
};

bool takeItem(out Item item) {
    uint n = gl_GlobalInvocationID.x;
    if (n >= lists[MATERIAL].count) {
        return false;
    }
    uvec2 packedItem = items[lists[MATERIAL].start + n];
    item.id = packedItem.x;
    item.place = ivec2(packedItem.y & 32767u, packedItem.y >> 15 & 32767u);
    item.whole = (packedItem.y & WHOLE_BLOCK) != 0u;
    return true;
}

// Sample (i, j) of the grid lies at pixel coordinates (i / 2, j / 2); a block is shaded at its middle.
vec2 itemPixel(Item item) {
    return 0.5 * vec2(item.place) + (item.whole ? 0.25 : 0.0);
}

// Linear colour as the sensor sees it: exposure, and a shoulder where a straight line would clip.
vec3 develop(vec3 color) {
    vec3 x = max(color, vec3(0.0)) * imageSize.w;
    const float KNEE = 0.62;
    vec3 over = max(x - KNEE, vec3(0.0)) / (1.0 - KNEE);
    return min(x, vec3(KNEE)) + (1.0 - KNEE) * over / (1.0 + over);
}

void storeItem(Item item, vec3 color) {
    vec4 developed = vec4(develop(color), 1.0);
    imageStore(samples, item.place, developed);
    if (item.whole) {
        imageStore(samples, item.place + ivec2(1, 0), developed);
        imageStore(samples, item.place + ivec2(0, 1), developed);
        imageStore(samples, item.place + ivec2(1, 1), developed);
    }
}
