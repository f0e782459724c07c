#include frame.glsl
layout(location = 0) in vec3 position;

// Pixel coordinates to the grid of samples: sample i lies at i / 2, its raster centre at i + 1/2, and row 0 is the top.
void main() {
    vec3 c = vec3(dot(position, cameraRight.xyz), dot(position, cameraDown.xyz), dot(position, cameraForward.xyz));
    vec2 pixel = vec2(cameraRight.w * c.x + cameraForward.w * c.z, cameraDown.w * c.y + imageSize.z * c.z);
    vec2 grid = imageSize.xy + 1.0;
    const float NEAR = 20.0;
    const float FAR = 20000.0;
    float z = (FAR + NEAR) / (FAR - NEAR) * c.z - 2.0 * FAR * NEAR / (FAR - NEAR);
    gl_Position = vec4(2.0 * (pixel + 0.25 * c.z) / grid - c.z, z, c.z);
}
