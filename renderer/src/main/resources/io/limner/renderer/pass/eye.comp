#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include lids.glsl
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

    // The upper lid and its lashes keep light from the ball below them, both lids and the corners what is deep between them; what they
    // shut out comes back in part off the skin about the eye.
    LidPlace lids = lidPlace(hit.position - center, side);
    float under = smoothstep(-0.6, 4.0, -lids.above);
    float corner = abs(lids.across);
    float melanin = melaninOf(skinColor.rgb);
    float shut = mix(hit.occlusion, 1.0, 0.35) * mix(0.32, 1.0, under) * mix(0.55, 1.0, smoothstep(-0.4, 1.6, -lids.below))
            * mix(1.0, 0.70, smoothstep(0.55, 1.05, corner));
    vec3 open = shut / (1.0 - 0.95 * min(skinColor.rgb, vec3(0.8)) * (1.0 - shut));
    // Light that is turned up for a dark face would make its eyes glow.
    float spared = mix(1.0, 0.45, melanin);
    vec3 white = mix(vec3(0.56, 0.515, 0.48), vec3(0.22, 0.18, 0.145), melanin);
    white = mix(white, white * vec3(0.78, 0.52, 0.48), smoothstep(0.72, 1.0, corner));
    float vein = noise(hit.rest.xy * vec2(9.0, 26.0) + 3.0 * noise(hit.rest.xy * 7.0, 5), 3);
    white *= 1.0 - vec3(0.02, 0.11, 0.11) * smoothstep(0.62, 0.80, vein) * smoothstep(0.4, 0.9, corner);

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
    // Fibres run outwards: noise around the circle, wrapped, that changes slowly along the radius. They part about small pits, and
    // between pupil and limbus the collarette makes a ragged, paler ring.
    vec2 ring = vec2(cos(turn), sin(turn));
    float fibre = 0.55 * noise(ring * 13.0 + vec2(from * 1.3), 11) + 0.45 * noise(ring * 31.0 + vec2(from * 0.9, 0.0), 12);
    float pits = noise(ring * (2.0 + 4.0 * from) + vec2(3.0 * from, 7.0), 13);
    float ragged = from - 0.30 - 0.16 * (fibre - 0.5);
    float collar = exp(-90.0 * ragged * ragged);
    vec3 iris = irisColor.rgb * (0.19 + 0.80 * fibre * fibre + 0.31 * fibre);
    iris *= 1.0 - 0.45 * smoothstep(0.62, 0.80, pits) * smoothstep(0.25, 0.5, from);
    iris *= mix(vec3(1.0), vec3(1.55, 1.15, 0.72), 0.75 * smoothstep(0.10, -0.12, ragged));
    iris *= 1.0 + 0.55 * collar;
    iris *= 1.0 - 0.80 * smoothstep(0.76, 1.0, r); // limbus
    iris *= smoothstep(pupil - 0.02, pupil + 0.06, r); // pupil
    // The cornea gathers light on the far side of the iris.
    float caustic = 1.0 + 0.55 * dot(normalize(q + 1e-4) * min(r, 1.0), -keyDirection.xyz);
    // The limbus is soft: the white darkens towards it.
    white *= 1.0 - 0.35 * smoothstep(IRIS + 0.10, IRIS, angle);
    NOTE_ALBEDO(mix(white, iris, cover));
    vec3 color = mix(white, iris * caustic, cover);

    vec3 light = diffuseLight(n, vec3(0.8)) * open;
    float shadow = keyVisibility(hit.position, n) * mix(0.35, 1.0, smoothstep(0.0, 2.6, -lids.above));
    float facing = clamp((dot(n, keyDirection.xyz) + 0.2) / 1.2, 0.0, 1.0);
    light += keyColor.rgb * facing * shadow * mix(vec3(0.55), vec3(1.0), open);
    color *= light;

    // A mirror as smooth as a cornea shows lights with edges; lid and lashes hide what is above, and below are the subject's own cheeks.
    vec3 mirrored = reflect(-v, surface);
    float wet = mix(0.45, 1.0, cover);
    float high = dot(mirrored, headUp.xyz);
    float seen = spared * under * mix(0.6, 1.0, smoothstep(0.9, 0.3, high)) * mix(0.4, 1.0, smoothstep(-0.6, 0.1, high));
    vec3 around = environment(mirrored, 0.30);
    for (int i = 0; i < 6; i++) {
        float lobe = exp(min(lobeAxis[i].w, 24.0) * (dot(mirrored, lobeAxis[i].xyz) - 1.0));
        around += 1.6 * lobeColor[i].rgb * smoothstep(0.50, 0.62, lobe);
    }
    color += around * fresnel(surface, v, 0.025, 0.0) * wet * seen;
    color += keyColor.rgb * (PI * 0.8 * min(highlight(surface, v, keyDirection.xyz, 0.16, 0.025), 9.0) * shadow * wet);
    // Tears stand along the lower lid and catch what light there is.
    float tears = smoothstep(0.55, 0.15, abs(lids.below + 0.35)) * smoothstep(1.0, 0.8, corner);
    color += tears * (0.10 * around + 0.10 * keyColor.rgb * shadow) * under * spared;
    return color;
}

// Decided on the ball itself.
uint classOf(Hit hit) {
    return dot(hit.normal, eyeAxis[sideOf(hit)].xyz) > cos(IRIS_RADIUS) ? CLASS_IRIS : CLASS_EYE_WHITE;
}

#include surface.glsl
