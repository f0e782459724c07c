// Runs shadeSurface(hit, view) on every item of the material.
void main() {
    Item item;
    if (!takeItem(item)) {
        return;
    }
    vec3 ray = pixelRay(itemPixel(item));
    Hit hit = hitTriangle(item.id - 1u, ray);
    vec3 v = -normalize(ray);
    // Interpolated normals can turn from the viewer at a silhouette.
    hit.normal = normalize(hit.normal + max(0.02 - dot(hit.normal, v), 0.0) * v);
    storeItem(item, shadeSurface(hit, v));
}
