// Lenses of glasses. They are found by arithmetic and not drawn, because a sample holds one surface and shows what is behind them.
// Needs frame.glsl and light.glsl. See Lens.java for the outline. NO_GLASSES makes a program for faces without any.
#ifdef NO_GLASSES
vec3 throughGlass(vec3 ray, float behind, vec3 color) {
    return color;
}

bool labelledGlass(vec3 ray, float behind, inout vec3 position, inout vec3 normal) {
    return false;
}
#else

// How much of the ray is covered by lens i where it is nearer than the depth `behind`, 0 to 1; and where the ray meets it.
float glassCover(int i, vec3 ray, float behind, out vec3 position, out vec3 normal, out float rim) {
    vec3 across = glassAcross[i].xyz;
    vec3 up = glassUp[i].xyz;
    vec3 plane = cross(across, up);
    float facing = dot(plane, ray);
    float t = dot(plane, glassCenter[i].xyz) / (abs(facing) > 1e-6 ? facing : 1e-6);
    position = t * ray;
    vec3 d = position - glassCenter[i].xyz;
    float u = dot(d, across);
    float v = dot(d, up);
    float a = glassCenter[i].w;
    float b = glassAcross[i].w;
    float n = glassUp[i].w;
    float side = clamp(u / a, 0.0, 1.3);
    float rise = 0.5 * glassForm.y * side * side;
    float w = (v - rise) / (b + rise);
    float s = u / (a * max(1.0 + glassForm.x * w, 0.3));
    float r = pow(pow(abs(s) + 1e-4, n) + pow(abs(w) + 1e-4, n), 1.0 / n);
    float edge = (1.0 - r) * b;
    // The cut edge of the glass shows as a line.
    rim = 1.0 - smoothstep(0.3, 1.0, edge);
    float pixel = 0.5 * dot(position, cameraForward.xyz) / cameraRight.w;
    // The surface of the glass is a part of a ball of 95 mm.
    normal = plane + (u * across + v * up) * (dot(plane, ray) > 0.0 ? -1.0 : 1.0) / 95.0;
    normal = normalize(dot(normal, ray) > 0.0 ? -normal : normal);
    float here = dot(position, cameraForward.xyz);
    return here > 1.0 && here < behind ? clamp(edge / pixel + 0.5, 0.0, 1.0) : 0.0;
}

// The colour of what is at that depth on the ray, seen through the lenses.
vec3 throughGlass(vec3 ray, float behind, vec3 color) {
    // The farther lens comes first.
    for (int i = 0; i < int(glassForm.w); i++) {
        vec3 position;
        vec3 normal;
        float rim;
        float cover = glassCover(i, ray, behind, position, normal, rim);
        for (int n = 0; n < int(ceil(cover)); n++) {
            vec3 v = -normalize(ray);
            float mirror = 2.0 * glassForm.z * fresnel(normal, v, 0.04, 0.0);
            vec3 reflected = mirror * environment(reflect(-v, normal), 0.03);
            reflected += keyColor.rgb * (PI * glassForm.z * min(highlight(normal, v, keyDirection.xyz, 0.16, 0.04), 4.0));
            // Rim light within the glass keeps a black lens from being a hole.
            reflected += 0.004 * irradiance[0].rgb;
            vec3 passed = glassTint.rgb * (1.0 - min(mirror, 1.0)) * (1.0 - 0.5 * rim);
            color = mix(color, color * passed + (1.0 + 2.0 * rim) * reflected + 0.05 * rim * irradiance[0].rgb, cover);
        }
    }
    return color;
}

// Whether the ray meets a lens that is labelled, nearer than the depth `behind`; if so, where.
bool labelledGlass(vec3 ray, float behind, inout vec3 position, inout vec3 normal) {
    bool found = false;
    for (int i = 0; i < int(glassForm.w * glassTint.w); i++) {
        vec3 p;
        vec3 n;
        float rim;
        if (glassCover(i, ray, behind, p, n, rim) >= 0.5) {
            found = true;
            position = p;
            normal = n;
            behind = dot(p, cameraForward.xyz);
        }
    }
    return found;
}
#endif
