#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
vec3 shadeHair(Hit hit, vec3 v, vec3 albedo, float gloss) {
    vec3 t = hit.tangent;
    vec3 n = hit.normal;
    // A ribbon stands for a lock: its hairs differ across it, and it is rounded.
    float across = clamp(hit.rest.y / hit.reach, -1.0, 1.0);
    float strand = 37.0 * hit.rest.z;
    float hairs = noise(vec2(2.4 * hit.rest.y + 211.0 * strand, 1.5 * hit.rest.x + strand), 31);
    float tone = (0.55 + 0.90 * hit.rest.z) * (0.62 + 0.76 * hairs);
    n = normalize(n + 0.55 * across * cross(t, n));
    vec3 color = albedo * tone;
    float open = hit.occlusion;
    vec3 l = keyDirection.xyz;
    float shadow = keyVisibility(hit.position, n);

    vec3 light = diffuseLight(n, vec3(0.85)) * open;
    float tl = dot(t, l);
    float facing = clamp(0.5 * dot(n, l) + 0.5, 0.0, 1.0);
    float sine = sqrt(max(1.0 - tl * tl, 0.0));
    light += keyColor.rgb * sine * facing * facing * shadow * 0.9;
    vec3 result = color * light;

    // Two highlights along the strand (Kajiya-Kay): white off the surface, coloured through the body, shifted to the tip.
    float tv = dot(t, v);
    float sinV = sqrt(max(1.0 - tv * tv, 0.0));
    float shift = 0.08 * (hit.rest.z - 0.5);
    float near = max(sine * sinV - (tl + 0.10 + shift) * (tv), 0.0);
    float far = max(sine * sinV - (tl - 0.12 + shift) * (tv), 0.0);
    float first = pow(near, 90.0);
    float second = pow(far, 24.0);
    result += keyColor.rgb * shadow * facing * open * gloss * (0.30 * first * sqrt(color + 0.01) + color * 1.5 * second);
    vec3 sheen = environment(normalize(n + 0.6 * (v - tv * t)), 0.55);
    result += sheen * open * gloss * (0.014 + 0.30 * color);
    return result;
}

vec3 shadeSurface(Hit hit, vec3 v) {
    bool brow = hit.kind == CLASS_BROW || hit.kind == CLASS_LASH;
    vec3 albedo = brow ? browColor.rgb * (hit.kind == CLASS_LASH ? 0.35 : 1.0) : hairColor.rgb;
    // A shade above 1 is that of a grey hair.
    float grey = step(1.5, hit.rest.z);
    hit.rest.z -= 2.0 * grey;
    albedo = mix(albedo, max(vec3(0.25, 0.245, 0.235), albedo), grey);
    return shadeHair(hit, v, albedo, hit.kind == CLASS_HAIR ? 1.0 : brow ? 0.2 : 0.5);
}

uint classOf(Hit hit) {
    return hit.kind;
}

#include surface.glsl
