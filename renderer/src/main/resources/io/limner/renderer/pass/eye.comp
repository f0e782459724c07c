#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
int sideOf(Hit hit) {
    return distance(hit.position, eyeCenter[0].xyz) < distance(hit.position, eyeCenter[1].xyz) ? 0 : 1;
}

// A white ball with a cornea in front: iris and pupil are found behind it by refraction, once a pixel.
vec3 shadeSurface(Hit hit, vec3 v) {
    int side = sideOf(hit);
    vec3 center = eyeCenter[side].xyz;
    float radius = eyeCenter[side].w;
    vec3 axis = eyeAxis[side].xyz;
    vec3 n = hit.normal;
    const float IRIS = IRIS_RADIUS;
    float angle = acos(clamp(dot(n, axis), -1.0, 1.0));
    float cover = 1.0 - smoothstep(IRIS - 0.03, IRIS + 0.035, angle);

    vec3 corneaCenter = center + 0.40 * radius * axis;
    vec3 corneaNormal = normalize(hit.position - corneaCenter);
    vec3 surface = normalize(mix(n, corneaNormal, cover));

    // The upper lid and its lashes keep light from the ball below them.
    float open = hit.occlusion * mix(1.0, 0.35, smoothstep(0.0, 0.42, n.y));
    vec3 white = vec3(0.47, 0.43, 0.40);
    float corner = abs(hit.rest.x);
    white = mix(white, vec3(0.42, 0.27, 0.24), smoothstep(0.55, 0.95, corner));
    float vein = noise(hit.rest.xy * vec2(9.0, 26.0) + 3.0 * noise(hit.rest.xy * 7.0, 5), 3);
    white *= 1.0 - vec3(0.02, 0.10, 0.10) * smoothstep(0.62, 0.80, vein) * smoothstep(0.45, 0.9, corner);
    vec3 color = white;

    vec3 inside = refract(-v, surface, 1.0 / 1.336);
    float plane = cos(IRIS) * radius - 0.4;
    float t = (plane - dot(hit.position - center, axis)) / min(dot(inside, axis), -0.15);
    vec3 q = hit.position + t * inside - center;
    q -= dot(q, axis) * axis;
    vec3 across = normalize(cross(vec3(0.0, 1.0, 0.0), axis));
    vec2 flat2 = vec2(dot(q, across), dot(q, cross(axis, across))) / (radius * sin(IRIS));
    float r = length(flat2);
    float turn = atan(flat2.y, flat2.x);
    float pupil = irisColor.w;
    float from = clamp((r - pupil) / (1.0 - pupil), 0.0, 1.0);
    // Fibres: noise around the circle, wrapped, that changes slowly along the radius.
    vec2 ring = vec2(cos(turn), sin(turn));
    float fibre = noise(ring * 17.0 + vec2(from * 2.0), 11) * 0.6 + noise(ring * 37.0 + vec2(from * 1.2, 0.0), 12) * 0.4;
    float collar = smoothstep(0.42, 0.22, abs(from - 0.22) + 0.25 * (fibre - 0.5));
    vec3 iris = irisColor.rgb * (0.42 + 0.75 * fibre);
    iris = mix(iris, irisColor.rgb * vec3(1.35, 1.1, 0.8) + vec3(0.03, 0.015, 0.0), 0.45 * collar);
    iris *= 1.0 - 0.65 * smoothstep(0.72, 1.0, r);   // limbal ring
    iris *= smoothstep(pupil - 0.05, pupil + 0.05, r); // pupil
    // The cornea gathers light on the far side of the iris.
    float caustic = 1.0 + 0.7 * dot(normalize(q + 1e-4) * min(r, 1.0), -keyDirection.xyz);
    color = mix(white, iris * caustic, cover);

    vec3 light = diffuseLight(n, vec3(0.8)) * open;
    float shadow = keyVisibility(hit.position, n);
    float facing = clamp((dot(n, keyDirection.xyz) + 0.2) / 1.2, 0.0, 1.0);
    light += keyColor.rgb * facing * shadow * mix(0.6, 1.0, open);
    color *= light;

    vec3 mirrored = reflect(-v, surface);
    float clear = mix(0.5, 1.0, cover);
    color += environment(mirrored, 0.05) * fresnel(surface, v, 0.03, 0.0) * clear * open;
    color += keyColor.rgb * (PI * 0.7 * min(highlight(surface, v, keyDirection.xyz, 0.20, 0.03), 6.0) * shadow * clear);
    return color;
}

// Decided on the ball itself.
uint classOf(Hit hit) {
    return dot(hit.normal, eyeAxis[sideOf(hit)].xyz) > cos(IRIS_RADIUS) ? CLASS_IRIS : CLASS_EYE_WHITE;
}

#include surface.glsl
