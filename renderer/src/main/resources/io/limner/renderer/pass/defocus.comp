// The background as a lens that is focused on the subject sees it: each point of scenery.comp's picture becomes a disc.
#include frame.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(binding = SHARP_BACKDROP) uniform sampler2D sharp;
layout(binding = SCENERY, rgba32f) writeonly uniform image2D scenery;

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, ivec2(backdrop.xy)))) {
        return;
    }
    vec2 at = vec2(texel) + 0.5;
    vec3 sum = vec3(0.0);
    int taps = int(backdrop.w);
    vec2 texels = vec2(textureSize(sharp, 0));
    const mat2 GOLDEN_ANGLE = mat2(-0.737369, 0.675490, -0.675490, -0.737369);
    vec2 towards = vec2(backdrop.z, 0.0);
    for (int i = 0; i < taps; i++) {
        vec2 tap = at + sqrt((float(i) + 0.5) / backdrop.w) * towards;
        sum += textureLod(sharp, clamp(tap, vec2(0.5), backdrop.xy - 0.5) / texels, 0.0).rgb;
        towards = GOLDEN_ANGLE * towards;
    }
    imageStore(scenery, texel, vec4(sum / backdrop.w, 1.0));
}
