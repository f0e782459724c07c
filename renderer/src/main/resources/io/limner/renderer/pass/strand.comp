#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
#include hairs.glsl
// The cap under the locks has no sides.
bool isCap(Hit hit) {
    return hit.reach < 1e-3;
}

float shadeOf(Hit hit) {
    return isCap(hit) ? 0.4 : hit.rest.z;
}

// Which hair of a lock, or of the cap, is seen.
float hairPlace(Hit hit) {
    float count = hairCount(hit.reach, dot(hit.position, cameraForward.xyz));
    float cap = 300.0 * hit.rest.z + 9.0 * noise(vec2(24.0 * hit.rest.z, 6.0 * hit.rest.x), 5);
    return isCap(hit) ? cap : hairPlace(hit.rest, hit.reach, count);
}

vec3 shadeHair(Hit hit, vec3 v, vec3 albedo, float gloss, float place) {
    vec3 t = hit.tangent;
    vec3 n = hit.normal;
    // A ribbon stands for a lock: its hairs differ across it, and it is rounded.
    float across = clamp(hit.rest.y / max(hit.reach, 1e-3), -1.0, 1.0);
    float shade = shadeOf(hit);
    float chance = hairChances(floor(place), shade).y;
    float hairs = 0.65 * chance + 0.35 * noise(vec2(3.0 * place, 2.0 * hit.rest.x + 37.0 * shade), 31);
    float tone = (0.80 + 0.40 * shade) * (0.62 + 0.76 * hairs);
    vec3 sideways = cross(t, n);
    n = normalize(n + (0.38 * across + 0.3 * (chance - 0.5)) * sideways);
    vec3 color = albedo * tone;
    NOTE_ALBEDO(color);
    float open = hit.occlusion;
    vec3 l = keyDirection.xyz;
    float shadow = keyVisibility(hit.position, n);

    vec3 light = diffuseLight(n, vec3(0.85)) * open;
    float tl = dot(t, l);
    float facing = clamp(0.5 * dot(n, l) + 0.5, 0.0, 1.0);
    float sine = sqrt(max(1.0 - tl * tl, 0.0));
    light += keyColor.rgb * sine * facing * facing * shadow * (0.25 + 0.65 * open);
    vec3 result = color * light;

    // Two highlights along the strand (Kajiya-Kay): white off the surface, coloured through the body, shifted to the tip.
    float tv = dot(t, v);
    float sinV = sqrt(max(1.0 - tv * tv, 0.0));
    float shift = 0.10 * (chance - 0.5);
    float near = max(sine * sinV - (tl + 0.10 + shift) * (tv), 0.0);
    float far = max(sine * sinV - (tl - 0.12 + shift) * (tv), 0.0);
    // The curlier, the wider they spread.
    float first = pow(near, 36.0 - 26.0 * hairForm.y);
    float second = pow(far, 10.0 - 5.0 * hairForm.y);
    result += keyColor.rgb * shadow * facing * facing * open * open * gloss * tone * (0.05 * first + color * 0.55 * second);
    vec3 sheen = environment(normalize(n + 0.6 * (v - tv * t)), 0.7);
    result += sheen * open * open * gloss * tone * (0.010 + 0.22 * color);
    return result;
}

vec3 shadeSurface(Hit hit, vec3 v) {
    bool brow = hit.kind == CLASS_BROW || hit.kind == CLASS_LASH;
    vec3 albedo = brow ? browColor.rgb * (hit.kind == CLASS_LASH ? 0.35 : 1.0) : hairColor.rgb;
    // Of a beard's hair, a shade above 1 is that of a grey one.
    float grey = step(1.5, hit.rest.z);
    hit.rest.z -= 2.0 * grey;
    float place = hairPlace(hit);
    if (hit.kind == CLASS_HAIR) {
        // Single hairs turn, some locks before others.
        float early = hairChances(floor(place), shadeOf(hit)).x + 0.3 * (shadeOf(hit) - 0.5);
        grey = smoothstep(-0.08, 0.08, hairForm.x - 0.08 - 0.84 * early);
    }
    if (hit.kind == CLASS_BROW) {
        // Brows turn later than the scalp's hair, and not all of theirs.
        float early = (hit.rest.z - 0.2) / 0.6;
        grey = smoothstep(-0.1, 0.1, 0.55 * hairForm.x * hairForm.x - 0.12 - early);
    }
    float pale = hit.kind == CLASS_BROW ? 0.6 : 1.0;
    albedo = mix(albedo, max(pale * hairForm.z * vec3(1.0, 0.98, 0.94), albedo), grey);
    return shadeHair(hit, v, albedo, hit.kind == CLASS_HAIR ? 1.0 : brow ? 0.2 : 0.5, place);
}

uint classOf(Hit hit) {
    return hit.kind;
}

#include surface.glsl
