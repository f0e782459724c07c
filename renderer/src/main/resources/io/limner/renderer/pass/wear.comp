#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
// Things: hit.rest is their colour, hit.uv the place on the pattern of a cloth, mm, hit.lip their roughness, hit.scalp their kind:
// 1 metal, 0 plastic, -1 cloth.
vec3 shadeSurface(Hit hit, vec3 v) {
    float metal = clamp(hit.scalp, 0.0, 1.0);
    float cloth = clamp(-hit.scalp, 0.0, 1.0);
    float rough = clamp(hit.lip, 0.05, 1.0);
    vec3 albedo = hit.rest;
    vec3 n = hit.normal;

    // Threads: the finer the pattern is on the picture, the less of it is left.
    float pixel = length(hit.position) / cameraRight.w;
    float fade = cloth * clamp(1.6 - pixel, 0.0, 1.0);
    float thread = sin(3.1 * hit.uv.x) * sin(3.1 * hit.uv.y);
    float fibre = noise(hit.uv * 2.3, 41) - 0.5;
    albedo *= 1.0 + fade * (0.10 * thread + 0.24 * fibre) + cloth * 0.12 * (noise(hit.uv * 0.11, 42) - 0.5);

    vec3 l = keyDirection.xyz;
    float shadow = keyVisibility(hit.position, n);
    float open = hit.occlusion;
    vec3 light = diffuseLight(n, vec3(1.0)) * open;
    light += keyColor.rgb * max(dot(n, l), 0.0) * shadow;
    vec3 color = albedo * (1.0 - metal) * light;
    // Fuzz at the edges of cloth.
    float rim = pow(1.0 - max(dot(n, v), 0.0), 3.0);
    color += cloth * rim * 0.35 * albedo * light;

    vec3 f0 = mix(vec3(0.04 * (1.0 - 0.9 * cloth)), albedo, metal);
    float grazing = pow(1.0 - max(dot(n, v), 0.0), 5.0) * (1.0 - rough) * (1.0 - cloth);
    vec3 mirrored = f0 + (vec3(1.0) - f0) * grazing;
    color += environment(reflect(-v, n), rough) * mirrored * open;
    color += keyColor.rgb * f0 * (PI * shadow * min(highlight(n, v, l, rough, 1.0), 8.0));
    return color;
}

uint classOf(Hit hit) {
    return hit.kind;
}

#include surface.glsl
