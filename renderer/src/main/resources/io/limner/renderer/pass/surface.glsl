// Runs shadeSurface(hit, view) on every item of the material, and labels the pixel whose centre shows it.
#include glass.glsl
#include label.glsl

void main() {
    Item item;
    if (!takeItem(item)) {
        return;
    }
    vec3 ray = pixelRay(itemPixel(item));
    Hit seen = hitTriangle(item.triangle, ray);
    storeItem(item, throughGlass(ray, dot(seen.position, cameraForward.xyz), shadeSurface(seen, -normalize(ray))));

    if (atPixel(item)) {
        vec3 center = pixelRay(vec2(item.block) + 0.5);
        Hit hit = hitTriangle(item.triangle, center);
        uint kind = classOf(hit);
        if (labelledGlass(center, dot(hit.position, cameraForward.xyz), hit.position, hit.normal)) {
            kind = CLASS_GLASSES;
        }
        storeLabel(item.block, kind, hit.position, hit.normal);
#ifdef ALBEDO_LAYER
        shadeSurface(hit, -normalize(center));
        storeAlbedo(item.block, kind == CLASS_GLASSES && hit.kind != CLASS_GLASSES ? vec3(0.0) : albedoSeen);
#endif
#ifdef CANONICAL_PLACES
        storePlace(item.block, kind, hit.rest);
#endif
    }
}
