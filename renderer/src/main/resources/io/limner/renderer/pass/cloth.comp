#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
/** How much of the second colour there is: 0 or 1, soft over the size of a pixel. */
float band(float at, float wide, float share) {
    float t = abs(fract(at / wide) - 0.5) * wide;
    return smoothstep(-0.6, 0.6, t - 0.5 * (1.0 - share) * wide);
}

vec3 shadeSurface(Hit hit, vec3 v) {
    vec3 n = hit.normal;
    vec2 weave = hit.rest.xy * 0.9;
    float thread = 0.94 + 0.10 * noise(weave * vec2(1.0, 3.1), 21) + 0.06 * noise(weave * 0.12, 22);
    vec3 albedo = clothColor.rgb * thread;
    if (clothColor.w > 0.5) {
        // A light cloth has dark bands, a dark one light ones.
        vec3 other = dot(clothColor.rgb, vec3(0.3, 0.6, 0.1)) > 0.25 ? albedo * 0.28 : 0.45 * albedo + 0.38;
        float across = band(hit.rest.y, clothColor.w > 1.5 ? 26.0 : 22.0, 0.42);
        float down = clothColor.w > 1.5 ? band(hit.rest.x + 0.3 * hit.rest.z, 26.0, 0.42) : 0.0;
        albedo = mix(albedo, other, clothColor.w > 1.5 ? 0.5 * (across + down) : across);
    }
    NOTE_ALBEDO(albedo);
    float shadow = keyVisibility(hit.position, n);
    vec3 light = diffuseLight(n, vec3(1.0)) * hit.occlusion;
    light += keyColor.rgb * max(dot(n, keyDirection.xyz), 0.0) * shadow;
    float rim = pow(1.0 - max(dot(n, v), 0.0), 3.0);
    return albedo * light * (1.0 + 0.5 * rim) + 0.02 * rim * diffuseLight(n, vec3(1.0)) * hit.occlusion;
}

uint classOf(Hit hit) {
    return hit.kind;
}

#include surface.glsl
