// What is at the centre of each pixel.
#include frame.glsl
#include mesh.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(binding = VISIBILITY) uniform usampler2D visibility; // triangle + 1
layout(std430, binding = LABELS) writeonly buffer Labels { uint labels[]; };
layout(std430, binding = DEPTHS) writeonly buffer Depths { float depths[]; };

// EYE_WHITE or IRIS: decided on the ball itself.
uint eyeClass(Hit hit) {
    int side = distance(hit.position, eyeCenter[0].xyz) < distance(hit.position, eyeCenter[1].xyz) ? 0 : 1;
    return dot(hit.normal, eyeAxis[side].xyz) > cos(IRIS_RADIUS) ? CLASS_IRIS : CLASS_EYE_WHITE;
}

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, ivec2(imageSize.xy)))) {
        return;
    }
    uint label = 0u;
    float depth = 0.0;
    uint id = texelFetch(visibility, 2 * pixel + 1, 0).r;
    if (id != 0u) {
        Hit hit = hitTriangle(id - 1u, pixelRay(vec2(pixel) + 0.5));
        uint kind = hit.kind == CLASS_EYE_WHITE ? eyeClass(hit) : hit.kind;
        vec3 n = vec3(dot(hit.normal, cameraRight.xyz), dot(hit.normal, cameraDown.xyz), dot(hit.normal, cameraForward.xyz));
        uvec3 coded = uvec3(round((clamp(n, -1.0, 1.0) + 1.0) * 127.5));
        label = kind | coded.x << 8 | coded.y << 16 | coded.z << 24;
        depth = dot(hit.position, cameraForward.xyz);
    }
    int index = pixel.y * int(imageSize.x) + pixel.x;
    labels[index] = label;
    depths[index] = depth;
}
