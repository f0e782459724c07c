uint mixBits(uint x) {
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    x ^= x >> 16;
    return x;
}

// Uniform in [0, 1) from lattice coordinates.
float random(ivec3 p) {
    return float(mixBits(uint(p.x) * 73856093u ^ uint(p.y) * 19349663u ^ mixBits(uint(p.z))) >> 8) / 16777216.0;
}

float random(ivec2 p, int seed) {
    return random(ivec3(p, seed));
}

// Value noise, 0 to 1, one cell a unit.
float noise(vec2 p, int seed) {
    vec2 f = floor(p);
    ivec2 i = ivec2(f);
    vec2 t = p - f;
    t = t * t * (3.0 - 2.0 * t);
    float a = mix(random(i, seed), random(i + ivec2(1, 0), seed), t.x);
    float b = mix(random(i + ivec2(0, 1), seed), random(i + ivec2(1, 1), seed), t.x);
    return mix(a, b, t.y);
}

// Value noise in space, 0 to 1, one cell a unit.
float noise3(vec3 p) {
    vec3 f = floor(p);
    ivec3 i = ivec3(f);
    vec3 t = p - f;
    t = t * t * (3.0 - 2.0 * t);
    vec4 low = vec4(random(i), random(i + ivec3(1, 0, 0)), random(i + ivec3(0, 1, 0)), random(i + ivec3(1, 1, 0)));
    i.z += 1;
    vec4 high = vec4(random(i), random(i + ivec3(1, 0, 0)), random(i + ivec3(0, 1, 0)), random(i + ivec3(1, 1, 0)));
    vec4 m = mix(low, high, t.z);
    return mix(mix(m.x, m.y, t.x), mix(m.z, m.w, t.x), t.y);
}

float fractal(vec2 p, int seed, int octaves) {
    float sum = 0.0;
    float weight = 0.5;
    for (int i = 0; i < octaves; i++) {
        sum += weight * noise(p, seed + i);
        p = 2.03 * p + 17.0;
        weight *= 0.5;
    }
    return sum / (1.0 - 2.0 * weight);
}
