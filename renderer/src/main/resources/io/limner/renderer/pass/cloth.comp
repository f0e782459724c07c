#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
vec3 shadeSurface(Hit hit, vec3 v) {
    vec3 n = hit.normal;
    vec2 weave = hit.rest.xy * 0.9;
    float thread = 0.94 + 0.10 * noise(weave * vec2(1.0, 3.1), 21) + 0.06 * noise(weave * 0.12, 22);
    vec3 albedo = clothColor.rgb * thread;
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
