// Shows what defocus.comp made.
#include frame.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
#include glass.glsl
#include label.glsl
layout(binding = BACKDROP) uniform sampler2D picture;

void main() {
    Item item;
    if (!takeItem(item)) {
        return;
    }
    const float FAR = 1e9;
    vec2 pixel = itemPixel(item);
    vec2 texel = clamp(pixel / imageSize.xy * backdrop.xy, vec2(0.5), backdrop.xy - 0.5);
    vec3 color = textureLod(picture, texel / vec2(textureSize(picture, 0)), 0.0).rgb;
    storeItem(item, throughGlass(pixelRay(pixel), FAR, color));
    vec3 position = vec3(0.0);
    vec3 normal = vec3(0.0);
    if (atPixel(item) && labelledGlass(pixelRay(vec2(item.block) + 0.5), FAR, position, normal)) {
        storeLabel(item.block, CLASS_GLASSES, position, normal);
    }
}
