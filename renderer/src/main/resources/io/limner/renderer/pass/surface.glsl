// Runs shadeSurface(hit, view) on every item of the material.
void main() {
    Item item;
    if (!takeItem(item)) {
        return;
    }
    vec3 ray = pixelRay(itemPixel(item));
    Hit hit = hitTriangle(item.id - 1u, ray);
    vec3 v = -normalize(ray);
    storeItem(item, shadeSurface(hit, v));
}
