// The background through the lenses of glasses; elsewhere resolve.comp fills it in.
#include frame.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
#include glass.glsl
#include label.glsl
#include backdrop.glsl

void main() {
    Item item;
    if (!takeItem(item)) {
        return;
    }
    const float FAR = 1e9;
    vec2 pixel = itemPixel(item);
    vec3 behind = backdropAt(pixel);
    vec3 seen = throughGlass(pixelRay(pixel), FAR, behind);
    if (seen != behind) {
        storeItem(item, seen);
    }
    vec3 position = vec3(0.0);
    vec3 normal = vec3(0.0);
    if (atPixel(item) && labelledGlass(pixelRay(vec2(item.block) + 0.5), FAR, position, normal)) {
        storeLabel(item.block, CLASS_GLASSES, position, normal);
    }
}
