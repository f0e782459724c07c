// Runs shadeSurface(hit, view) on every item of the material, and labels the pixel whose centre shows it: the last sample of a block.
layout(std430, binding = LABELS) writeonly buffer Labels { uint labels[]; };
layout(std430, binding = DEPTHS) writeonly buffer Depths { float depths[]; };

void main() {
    Item item;
    if (!takeItem(item)) {
        return;
    }
    vec3 ray = pixelRay(itemPixel(item));
    storeItem(item, shadeSurface(hitTriangle(item.triangle, ray), -normalize(ray)));

    if ((item.samples & 8u) != 0u && all(lessThan(item.block, ivec2(imageSize.xy)))) {
        Hit hit = hitTriangle(item.triangle, pixelRay(vec2(item.block) + 0.5));
        vec3 n = vec3(dot(hit.normal, cameraRight.xyz), dot(hit.normal, cameraDown.xyz), dot(hit.normal, cameraForward.xyz));
        uvec3 coded = uvec3(round((clamp(n, -1.0, 1.0) + 1.0) * 127.5));
        int pixel = item.block.y * int(imageSize.x) + item.block.x;
        labels[pixel] = classOf(hit) | coded.x << 8 | coded.y << 16 | coded.z << 24;
        depths[pixel] = dot(hit.position, cameraForward.xyz);
    }
}
