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

#ifdef CANONICAL_PLACES
layout(std430, binding = CANONICAL) writeonly buffer Canonical { uvec2 places[]; };

// Where skin is on the neutral adult, in steps of 0.01 mm.
void storePlace(ivec2 place, uint kind, vec3 rest) {
    if (kind == CLASS_SKIN || kind == CLASS_NOSE || kind == CLASS_UPPER_LIP || kind == CLASS_LOWER_LIP || kind == CLASS_EAR
            || kind == CLASS_NECK) {
        uvec3 coded = uvec3(clamp(round(100.0 * rest) + 32768.0, 1.0, 65535.0));
        places[place.y * int(imageSize.x) + place.x] = uvec2(coded.x | coded.y << 16, coded.z);
    }
}
#endif

#ifdef ALBEDO_LAYER
layout(std430, binding = ALBEDO) writeonly buffer Albedo { uint albedos[]; };

// Along the curve of sRGB.
void storeAlbedo(ivec2 place, vec3 albedo) {
    vec3 a = clamp(albedo, 0.0, 1.0);
    vec3 coded = mix(12.92 * a, 1.055 * pow(a, vec3(1.0 / 2.4)) - 0.055, greaterThan(a, vec3(0.0031308)));
    uvec3 bytes = uvec3(round(255.0 * coded));
    albedos[place.y * int(imageSize.x) + place.x] = bytes.r | bytes.g << 8 | bytes.b << 16;
}
#endif

// Whether the item shows at the centre of a pixel: the last sample of a block.
bool atPixel(Item item) {
    return (item.samples & 8u) != 0u && all(lessThan(item.block, ivec2(imageSize.xy)));
}
