layout(binding = SHADOW_MAP) uniform sampler2DShadow shadowMap;

#include environment.glsl

// Diffuse light on a normal. A channel that scatters farther sees a smoother environment: band 2 and 1 shrink by soften.
vec3 diffuseLight(vec3 n, vec3 soften) {
    vec3 band1 = irradiance[1].rgb * n.y + irradiance[2].rgb * n.z + irradiance[3].rgb * n.x;
    vec3 band2 = irradiance[4].rgb * (n.x * n.y) + irradiance[5].rgb * (n.y * n.z) + irradiance[6].rgb * (3.0 * n.z * n.z - 1.0)
            + irradiance[7].rgb * (n.x * n.z) + irradiance[8].rgb * (n.x * n.x - n.y * n.y);
    return max(irradiance[0].rgb + soften * band1 + soften * soften * band2, vec3(0.0));
}

// How much melanin tells in skin of that albedo, 0 to 1.
float melaninOf(vec3 albedo) {
    return smoothstep(0.45, 0.08, dot(albedo, vec3(0.2126, 0.7152, 0.0722)));
}

// How much of the key light arrives, 0 to 1: taps on a disc as wide as the shadow's edge, turned from place to place.
float keyVisibility(vec3 position, vec3 normal) {
    float reach = keyDirection.w;
    // A place lies off its own surface by about a sample of the map.
    float sampled = 1.1 / (float(textureSize(shadowMap, 0).x) * length(toShadow[0].xyz));
    vec3 p = (toShadow * vec4(position + (sampled + 0.7 * reach) * normal, 1.0)).xyz;
    float scale = reach * length(toShadow[0].xyz);
    // Strands are many and thin: four taps do.
    const int TAPS = MATERIAL == MATERIAL_STRAND ? 4 : 6;
    float turn = 6.2832 * random(ivec3(position * 8.0));
    const mat2 GOLDEN_ANGLE = mat2(-0.737369, 0.675490, -0.675490, -0.737369);
    vec2 towards = scale * vec2(cos(turn), sin(turn));
    float sum = 0.0;
    for (int i = 0; i < TAPS; i++) {
        sum += texture(shadowMap, p + vec3(sqrt((float(i) + 0.7) / float(TAPS)) * towards, 0.0));
        towards = GOLDEN_ANGLE * towards;
    }
    // The map holds the head and what is near it; nothing is known to shade the rest.
    vec2 off = abs(p.xy - 0.5);
    return max(off.x, off.y) > 0.5 ? 1.0 : sum / float(TAPS);
}

// Microfacet highlight of the key light (GGX with the visibility term of Schlick-Smith), without its colour.
float highlight(vec3 n, vec3 v, vec3 l, float roughness, float f0) {
    vec3 h = normalize(v + l);
    float nl = max(dot(n, l), 0.0);
    float nv = max(dot(n, v), 1e-3);
    float nh = max(dot(n, h), 0.0);
    float a2 = roughness * roughness * roughness * roughness;
    float d = a2 / max((nh * nh * (a2 - 1.0) + 1.0) * (nh * nh * (a2 - 1.0) + 1.0), 1e-6);
    float k = 0.5 * roughness * roughness;
    float g = 1.0 / ((nv * (1.0 - k) + k) * (nl * (1.0 - k) + k));
    float grazing = 1.0 - max(dot(v, h), 0.0);
    float f = f0 + (1.0 - f0) * grazing * grazing * grazing * grazing * grazing;
    return 0.25 * d * g * f * nl;
}

// Share of the environment that a rough surface mirrors: the microfacet integral by the fit of B. Karis ("Physically based shading on
// mobile", 2014, after D. Lazarov).
float fresnel(vec3 n, vec3 v, float f0, float roughness) {
    vec4 r = roughness * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
    float a = min(r.x * r.x, exp2(-9.28 * max(dot(n, v), 0.0))) * r.x + r.y;
    return max(f0 * (r.z - 1.04 * a) + 1.04 * a + r.w, 0.0);
}
