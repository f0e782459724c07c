// What is at the centre of each pixel that shows a surface.
#include frame.glsl
#include mesh.glsl
#include item.glsl
layout(std430, binding = LABELS) writeonly buffer Labels { uint labels[]; };
layout(std430, binding = DEPTHS) writeonly buffer Depths { float depths[]; };

// EYE_WHITE or IRIS: decided on the ball itself.
uint eyeClass(Hit hit) {
    int side = distance(hit.position, eyeCenter[0].xyz) < distance(hit.position, eyeCenter[1].xyz) ? 0 : 1;
    return dot(hit.normal, eyeAxis[side].xyz) > cos(IRIS_RADIUS) ? CLASS_IRIS : CLASS_EYE_WHITE;
}

void main() {
    Item item;
    if (!takeItem(item)) {
        return;
    }
    ivec2 pixel = item.place / 2;
    Hit hit = hitTriangle(item.id - 1u, pixelRay(vec2(pixel) + 0.5));
    uint kind = hit.kind == CLASS_EYE_WHITE ? eyeClass(hit) : hit.kind;
    vec3 n = vec3(dot(hit.normal, cameraRight.xyz), dot(hit.normal, cameraDown.xyz), dot(hit.normal, cameraForward.xyz));
    uvec3 coded = uvec3(round((clamp(n, -1.0, 1.0) + 1.0) * 127.5));
    int index = pixel.y * int(imageSize.x) + pixel.x;
    labels[index] = kind | coded.x << 8 | coded.y << 16 | coded.z << 24;
    depths[index] = dot(hit.position, cameraForward.xyz);
}
