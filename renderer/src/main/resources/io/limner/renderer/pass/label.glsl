// What labels say of a pixel.
layout(std430, binding = LABELS) writeonly buffer Labels { uint labels[]; };
layout(std430, binding = DEPTHS) writeonly buffer Depths { float depths[]; };

void storeLabel(ivec2 place, uint kind, vec3 position, vec3 normal) {
    vec3 n = vec3(dot(normal, cameraRight.xyz), dot(normal, cameraDown.xyz), dot(normal, cameraForward.xyz));
    uvec3 coded = uvec3(round((clamp(n, -1.0, 1.0) + 1.0) * 127.5));
    int pixel = place.y * int(imageSize.x) + place.x;
    labels[pixel] = kind | coded.x << 8 | coded.y << 16 | coded.z << 24;
    depths[pixel] = dot(position, cameraForward.xyz);
}

// Whether the item shows at the centre of a pixel: the last sample of a block.
bool atPixel(Item item) {
    return (item.samples & 8u) != 0u && all(lessThan(item.block, ivec2(imageSize.xy)));
}
