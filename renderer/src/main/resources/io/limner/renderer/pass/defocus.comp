// The background as a lens that is focused on the subject sees it: each point of scenery.comp's picture becomes a disc.
#include frame.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(binding = SHARP_BACKDROP) uniform sampler2D sharp;
layout(binding = SCENERY, rgba16f) writeonly uniform image2D scenery;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, ivec2(backdrop.xy)))) {
        return;
    }
    vec2 at = vec2(texel) + 0.5;
    vec3 sum = vec3(0.0);
    int taps = int(backdrop.w);
    for (int i = 0; i < taps; i++) {
        float angle = 2.39996 * float(i);
        vec2 tap = at + backdrop.z * sqrt((float(i) + 0.5) / backdrop.w) * vec2(cos(angle), sin(angle));
        sum += textureLod(sharp, clamp(tap, vec2(0.5), backdrop.xy - 0.5) / vec2(textureSize(sharp, 0)), 0.0).rgb;
    }
    imageStore(scenery, texel, vec4(sum / backdrop.w, 1.0));
}
