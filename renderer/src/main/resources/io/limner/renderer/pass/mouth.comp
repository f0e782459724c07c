#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
vec3 shadeSurface(Hit hit, vec3 v) {
    // Light that is turned up for a dark face would bleach its mouth.
    float spared = mix(1.0, 0.5, melaninOf(skinColor.rgb));
    vec3 albedo = vec3(0.24, 0.075, 0.06) * spared;
    float rough = 0.30;
    float wet = 0.25;
    if (hit.kind == CLASS_TEETH) {
        albedo = vec3(0.76, 0.69, 0.57) * mix(1.0, 0.24, melaninOf(skinColor.rgb));
        rough = 0.22;
        wet = 0.8;
    } else if (hit.kind == CLASS_TONGUE) {
        albedo = vec3(0.21, 0.066, 0.058) * spared * (0.85 + 0.3 * noise(hit.rest.xz * 1.3, 7));
        rough = 0.38;
    }
    NOTE_ALBEDO(albedo);
    // The baked occlusion is that of a closed mouth; an open one lets light in, less the deeper it lies.
    float depth = smoothstep(hit.kind == CLASS_TONGUE ? mix(-8.0, -40.0, lipColor.w) : -34.0, 24.0, hit.rest.z);
    float open = mix(hit.occlusion, 1.0, lipColor.w * 0.75) * mix(0.04, 0.72, depth * depth);
    if (hit.kind == CLASS_TEETH) {
        open = max(open, 0.70 * depth); // Lips that part at all show teeth that light reaches.
    }
    // The lower row stands farther back, behind the lower lip.
    if (hit.kind == CLASS_TEETH) {
        open *= mix(1.0, 0.42, smoothstep(-65.5, -69.5, hit.rest.y));
        // The cheeks stand close to the teeth at their sides, and closer where a dropped jaw draws them in.
        open *= 1.0 - 0.85 * lipColor.w * smoothstep(11.0, 21.0, abs(hit.rest.x));
    }
    // What is shut in by lips and gums is lit by them too, which warms the teeth.
    vec3 lit = vec3(open);
    if (hit.kind == CLASS_TEETH) {
        lit /= 1.0 - vec3(0.66, 0.44, 0.36) * (1.0 - open);
    }
    float shadow = keyVisibility(hit.position, hit.normal);
    vec3 light = diffuseLight(hit.normal, vec3(0.8)) * lit;
    light += keyColor.rgb * clamp((dot(hit.normal, keyDirection.xyz) + 0.25) / 1.25, 0.0, 1.0) * shadow * lit;
    vec3 color = albedo * light;
    color += environment(reflect(-v, hit.normal), rough) * fresnel(hit.normal, v, 0.035, rough) * wet * open;
    color += keyColor.rgb * (PI * wet * min(highlight(hit.normal, v, keyDirection.xyz, rough, 0.035), 3.0) * shadow * open);
    return color;
}

uint classOf(Hit hit) {
    return hit.kind;
}

#include surface.glsl
