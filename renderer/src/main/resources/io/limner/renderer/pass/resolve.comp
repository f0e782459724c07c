// Samples to pixels, where ProcessorResolve.java does not make them: a tent two samples wide about the pixel's centre, or the taps of a
// blur; then noise and the sRGB curve.
#include frame.glsl
#include noise.glsl
#include develop.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(binding = SHADED) uniform usamplerBuffer shaded; // row by row
layout(std430, binding = COLORS) writeonly buffer Colors { uint colors[]; };

// Sum of the four bytes of a random number, scaled to unit variance.
float gaussian(uint bits) {
    uint sum = (bits & 255u) + (bits >> 8 & 255u) + (bits >> 16 & 255u) + (bits >> 24);
    return (float(sum) - 510.0) / 147.8;
}

#ifdef ALPHA
// How much of the picture is not background: the same taps with the same weights, so that a picture is alpha times what is before
// the background plus the rest of it, before noise and curve.
layout(binding = VISIBILITY) uniform usampler2D visibility; // material << 28 | triangle

vec3 behind(vec2 pixel) {
    return vec3(0.0);
}

const float WHITE = 1.0;

vec4 sampleAt(ivec2 at) {
    return vec4(vec3(texelFetch(visibility, at, 0).r >> 28 == uint(MATERIAL_BACKGROUND) ? 0.0 : 1.0), 0.0);
}
#else
#include backdrop.glsl
const uint UNSHADED = 0xffffffffu; // the background's samples

vec3 behind(vec2 pixel) {
    return develop(backdropAt(pixel));
}

// The colour of a sample in steps of 1 / WHITE, or, in w, that it shows the background.
const float WHITE = 1023.0 * 1023.0;

vec4 sampleAt(ivec2 at) {
    uint packedColor = texelFetch(shaded, at.y * (2 * int(imageSize.x) + 2) + at.x).r;
    bool open = packedColor == UNSHADED;
    uint bits = open ? 0u : packedColor;
    vec3 root = vec3(bits & 1023u, bits >> 10 & 1023u, bits >> 20);
    return vec4(root * root, open ? 1.0 : 0.0);
}
#endif

// The pixel whose first sample is at, in a tent two samples wide.
vec3 sharp(ivec2 at) {
    vec4 seen = vec4(0.0);
    for (int y = 0; y < 3; y++) {
        for (int x = 0; x < 3; x++) {
            seen += (x == 1 ? 0.5 : 0.25) * (y == 1 ? 0.5 : 0.25) * sampleAt(at + ivec2(x, y));
        }
    }
    return seen.rgb / WHITE + seen.w * behind(0.5 * vec2(at + 1));
}

#ifdef BLURRED
// A disc of defocus drawn along a line of motion, about the pixel's centre. The taps are the same for every pixel but for a turn.
vec3 blurred(ivec2 pixel) {
    int taps = int(blur.w);
    float turn = 6.2832 * random(pixel, int(sensor.y)); // another in every picture
    vec3 color = vec3(0.0);
    for (int i = 0; i < taps; i++) {
        float t = (float(i) + 0.5) / float(taps);
        float angle = 2.39996 * float(i) + turn;
        float along = fract(float(i) * 0.75488 + turn) * 2.0 - 1.0;
        vec2 off = blur.x * sqrt(t) * vec2(cos(angle), sin(angle)) + along * blur.yz;
        ivec2 at = clamp(2 * pixel + ivec2(round(off)), ivec2(0), 2 * ivec2(imageSize.xy) - 1);
        color += sharp(at);
    }
    return color / float(taps);
}
#endif

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(pixel, ivec2(imageSize.xy)))) {
        return;
    }
#ifdef BLURRED
    vec3 color = blurred(pixel);
#else
    vec3 color = sharp(2 * pixel);
#endif
#ifdef ALPHA
    colors[pixel.y * int(imageSize.x) + pixel.x] = uint(round(255.0 * clamp(color.r, 0.0, 1.0)));
    return;
#endif
    if (sensor.x > 0.0) {
        // Photon noise grows with the root of the signal; the parameter is its size at mid grey.
        vec3 sigma = sensor.x * sqrt((color + 0.02) / 0.24);
        uint bits = mixBits(uint(pixel.x) * 73856093u ^ uint(pixel.y) * 19349663u ^ mixBits(uint(sensor.y)));
        vec3 grain = vec3(gaussian(bits), gaussian(mixBits(bits + 1u)), gaussian(mixBits(bits + 2u)));
        color += sigma * mix(grain, grain.rrr, sensor.z);
    }
    color = clamp(color, 0.0, 1.0);
    vec3 coded = mix(12.92 * color, 1.055 * pow(color, vec3(1.0 / 2.4)) - 0.055, greaterThan(color, vec3(0.0031308)));
    uvec3 c = uvec3(round(255.0 * coded));
    colors[pixel.y * int(imageSize.x) + pixel.x] = c.r | c.g << 8 | c.b << 16;
}
