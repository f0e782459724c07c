#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
// Things: hit.rest is their colour, hit.uv the place on the pattern of a cloth, mm, hit.lip their roughness, hit.scalp their kind:
// 1 metal, 0 plastic, -1 woven, -2 knitted, -3 sewn of panels with a seam where uv.x is 0, -4 sewn with a row of stitches each 7 mm.

// The relief of a fabric turns its normal; returns how dark its grooves are.
float relief(int kind, Hit hit, float pixel, inout vec3 n) {
    float wide = max(length(hit.tangent), 1e-3); // mm on the surface to one of the pattern
    vec3 along = hit.tangent / wide;
    vec3 across = cross(n, along);
    vec2 slope = vec2(0.0);
    float shade = 1.0;
    if (kind == 2) {
        // Ribs, each of stitches like a V.
        float seen = clamp(2.4 - pixel / min(wide, 1.0), 0.0, 1.0) * smoothstep(0.15, 0.5, wide);
        float rib = fract(hit.uv.x / 5.4) - 0.5;
        float stitch = 2.0 * fract(hit.uv.y / 4.4 + abs(rib)) - 1.0;
        slope = seen * vec2(-2.6 * rib, 0.32 * stitch);
        shade = 1.0 - seen * (0.62 * smoothstep(0.28, 0.5, abs(rib)) + 0.30 * smoothstep(0.55, 1.0, abs(stitch)));
    } else if (kind > 2) {
        float fromRow = kind == 3 ? hit.uv.x : 7.0 * abs(fract(hit.uv.x / 7.0) - 0.5);
        float seam = kind == 3 ? 1.0 - smoothstep(0.0, 1.8, hit.uv.x) : 1.0 - smoothstep(0.0, 1.2, fromRow);
        float thread = kind == 3 ? abs(hit.uv.x - 3.4) : fromRow;
        float seen = clamp(1.8 - pixel, 0.0, 1.0);
        slope.x = (kind == 3 ? 0.75 : 0.4) * seam;
        shade = 1.0 - (kind == 3 ? 0.45 : 0.15) * seam;
        shade += 0.35 * seen * (1.0 - smoothstep(0.3, 0.7, thread)) * step(fract(hit.uv.y / 3.4), 0.68);
    }
    n = normalize(n - slope.x * along - slope.y * across);
    return shade;
}

vec3 shadeSurface(Hit hit, vec3 v) {
    float metal = clamp(hit.scalp, 0.0, 1.0);
    float cloth = clamp(-hit.scalp, 0.0, 1.0);
    float rough = clamp(hit.lip, 0.05, 1.0);
    vec3 albedo = hit.rest;
    vec3 n = hit.normal;

    // Threads: the finer the pattern is on the picture, the less of it is left.
    float pixel = length(hit.position) / cameraRight.w;
    float fade = cloth * clamp(1.6 - pixel, 0.0, 1.0);
    int kind = int(round(-hit.scalp));
    float thread = kind == 2 ? 0.0 : sin(3.1 * hit.uv.x) * sin(3.1 * hit.uv.y);
    float fibre = noise(hit.uv * 2.3, 41) - 0.5;
    albedo *= 1.0 + fade * (0.10 * thread + 0.24 * fibre) + cloth * 0.12 * (noise(hit.uv * 0.11, 42) - 0.5);
    albedo *= relief(kind, hit, pixel, n);
    NOTE_ALBEDO(albedo);

    vec3 l = keyDirection.xyz;
    float shadow = keyVisibility(hit.position, hit.normal);
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
