#include frame.glsl
layout(location = 0) in vec3 position;
#ifdef STRANDS
layout(location = 1) in vec3 rest;
out vec3 strand;
flat out float reach;
flat out float count;
#include hairs.glsl
#endif

// Pixel coordinates to the grid of samples: sample i lies at i / 2, its raster centre at i + 1/2, and row 0 is the top.
void main() {
#ifdef STRANDS
    strand = rest;
    reach = abs(rest.y);
    count = hairCount(reach, dot(position, cameraForward.xyz));
#endif
    vec3 c = vec3(dot(position, cameraRight.xyz), dot(position, cameraDown.xyz), dot(position, cameraForward.xyz));
    const float NEAR = 20.0;
    // An edge stays straight where the lens would bend it: on the face, whose edges
    // are short, by less than a hundredth of a pixel; on long hair before a strong lens by up to a third of one at 512.
    vec2 plane = lens[1].z > 0.0 && c.z > NEAR ? distorted(c.xy / c.z) * c.z : c.xy;
    vec2 pixel = vec2(cameraRight.w, cameraDown.w) * plane + vec2(cameraForward.w, imageSize.z) * c.z;
    vec2 grid = imageSize.xy + 1.0;
    const float FAR = 20000.0;
    float z = (FAR + NEAR) / (FAR - NEAR) * c.z - 2.0 * FAR * NEAR / (FAR - NEAR);
    gl_Position = vec4(2.0 * (pixel + 0.25 * c.z) / grid - c.z, z, c.z);
}
