// Samples to pixels: a tent two samples wide about the pixel's centre, then noise and the sRGB curve.
#include frame.glsl
#include noise.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(binding = SHADED) uniform sampler2D shaded;
layout(std430, binding = COLORS) writeonly buffer Colors { uint colors[]; };

// Sum of four uniforms, scaled to unit variance.
float gaussian(ivec2 p, int channel) {
    int seed = int(sensor.y) * 16 + channel * 4;
    float sum = random(p, seed) + random(p, seed + 1) + random(p, seed + 2) + random(p, seed + 3);
    return (sum - 2.0) * 1.7320508;
}

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, ivec2(imageSize.xy)))) {
        return;
    }
    ivec2 s = 2 * pixel;
    vec3 color = vec3(0.0);
    for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 3; x++) {
            float weight = (x == 1 ? 0.5 : 0.25) * (y == 1 ? 0.5 : 0.25);
            color += weight * texelFetch(shaded, s + ivec2(x, y), 0).rgb;
        }
    }
    if (sensor.x > 0.0) {
        // Photon noise grows with the root of the signal; the parameter is its size at mid grey.
        vec3 sigma = sensor.x * sqrt((color + 0.02) / 0.24);
        color += sigma * vec3(gaussian(pixel, 0), gaussian(pixel, 1), gaussian(pixel, 2));
    }
    color = clamp(color, 0.0, 1.0);
    vec3 coded = mix(12.92 * color, 1.055 * pow(color, vec3(1.0 / 2.4)) - 0.055, greaterThan(color, vec3(0.0031308)));
    uvec3 c = uvec3(round(255.0 * coded));
    colors[pixel.y * int(imageSize.x) + pixel.x] = c.r | c.g << 8 | c.b << 16;
}
