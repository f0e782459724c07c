// What is behind the subject, sharp, into a small texture: defocus.comp blurs it, background.comp shows it. Flat styles are pictures in the
// plane of the image; places are met by the ray of the camera, in metres, with the subject's eyes at the origin; what lights the subject is
// infinitely far.
#include frame.glsl
#include noise.glsl
#include environment.glsl
layout(local_size_x = 8, local_size_y = 8) in;
layout(binding = SCENERY, rgba32f) writeonly uniform image2D scenery;

vec3 bokeh(vec2 p, int seed) {
    vec3 color = mix(backColor[0].rgb, backColor[1].rgb, smoothstep(0.1, 0.9, p.y + 0.2 * fractal(p * 2.0, seed, 2))) * 0.35;
    for (int layer = 0; layer < 2; layer++) {
        float scale = layer == 0 ? 5.0 : 8.0;
        vec2 q = p * scale;
        ivec2 cell = ivec2(floor(q));
        for (int y = -1; y <= 1; y++) {
            for (int x = -1; x <= 1; x++) {
                ivec2 c = cell + ivec2(x, y);
                float chance = random(c, seed + 7 * layer);
                if (chance < 0.45) {
                    continue;
                }
                vec2 at = vec2(c) + vec2(random(c, seed + 1), random(c, seed + 2));
                float size = 0.25 + 0.45 * random(c, seed + 3);
                float disc = 1.0 - smoothstep(size * 0.92, size, distance(q, at));
                float rim = 0.7 + 0.3 * smoothstep(0.5 * size, size, distance(q, at));
                vec3 tint = mix(backColor[2].rgb, backColor[3].rgb, random(c, seed + 4)) + 0.25;
                color += tint * disc * rim * (0.15 + 0.5 * random(c, seed + 5) * random(c, seed + 6));
            }
        }
    }
    return color;
}

vec3 textured(vec2 p, int seed) {
    float a = fractal(p * 7.0 + 2.0 * fractal(p * 3.0, seed + 5, 2), seed, 5);
    float b = fractal(p * vec2(40.0, 6.0), seed + 3, 3);
    vec3 color = mix(backColor[0].rgb, backColor[1].rgb, smoothstep(0.05, 0.95, a));
    color = mix(color, backColor[2].rgb, 0.18 * smoothstep(0.4, 0.8, b));
    return color * (0.8 + 0.3 * b);
}

vec3 plain(vec2 p) {
    float fall = 1.0 - 0.35 * distance(p, vec2(backColor[2].w, 0.4));
    return backColor[0].rgb * fall;
}

vec3 gradient(vec2 p) {
    float fall = 1.0 - 0.35 * distance(p, vec2(backColor[2].w, 0.4));
    return mix(backColor[0].rgb, backColor[1].rgb, smoothstep(0.0, 1.0, mix(p.y, p.x, backColor[3].w))) * fall;
}

const float FLOOR = -1.5;

float randomAt(ivec3 p, int seed) {
    return random(ivec3(p.x, p.y, 131 * p.z + seed));
}

// 1 inside the rectangle, soft at its edges.
float panel(vec2 p, vec2 low, vec2 high, float soft) {
    vec2 inside = smoothstep(low - soft, low + soft, p) * (1.0 - smoothstep(high - soft, high + soft, p));
    return inside.x * inside.y;
}

// Distance along the ray to a box from outside, and the normal there; negative if it misses.
float boxAhead(vec3 o, vec3 d, vec3 low, vec3 high, out vec3 n) {
    vec3 t1 = (low - o) / d;
    vec3 t2 = (high - o) / d;
    vec3 near = min(t1, t2);
    vec3 far = max(t1, t2);
    float t = max(near.x, max(near.y, near.z));
    n = -sign(d) * vec3(equal(near, vec3(t)));
    return t < min(far.x, min(far.y, far.z)) ? t : -1.0;
}

vec3 safe(vec3 d) {
    return mix(d, vec3(1e-5), lessThan(abs(d), vec3(1e-5)));
}

vec3 daylight(float y) {
    return mix(vec3(0.92, 0.94, 0.95), vec3(0.50, 0.67, 0.95), clamp(y, 0.0, 1.0)) * mix(1.0, 0.6, sensor.z);
}

// A room about the subject: walls with windows, pictures and a door, furniture along them, light from windows and ceiling.
vec3 interior(vec3 o, vec3 d, int seed, bool office) {
    float turn = 6.2832 * backColor[2].w;
    mat2 about = mat2(cos(turn), sin(turn), -sin(turn), cos(turn));
    o.xz = about * o.xz;
    d.xz = about * d.xz;
    d = safe(d);
    float far = length(o.xz) + 0.6;
    vec3 high = vec3(1.6 + 1.6 * random(ivec2(1, 0), seed), office ? 1.15 : 0.95, 1.6 + 2.4 * random(ivec2(2, 0), seed));
    vec3 low = -vec3(1.6 + 1.6 * random(ivec2(3, 0), seed), -FLOOR, 1.6 + 2.4 * random(ivec2(4, 0), seed));
    high.xz = max(high.xz, vec2(far));
    low.xz = min(low.xz, vec2(-far));
    vec3 exit = max((low - o) / d, (high - o) / d);
    float t = min(exit.x, min(exit.y, exit.z));
    vec3 at = o + t * d;
    vec3 wall = mix(backColor[0].rgb, vec3(0.62, 0.60, 0.56), office ? 0.75 : 0.35);
    vec3 color;
    float glow = 0.0;
    if (t == exit.y) {
        if (d.y < 0.0) {
            color = backColor[1].rgb * (office ? 0.35 : 0.5) * (0.85 + 0.3 * noise(at.xz * vec2(1.5, 9.0), seed));
        } else {
            color = vec3(0.72, 0.70, 0.66);
            vec2 tile = fract(at.xz / 1.8) - 0.5;
            glow = office ? 2.2 * panel(tile, vec2(-0.30, -0.12), vec2(0.30, 0.12), 0.02) : 0.0;
        }
    } else {
        bool side = t == exit.x;
        float along = side ? at.z : at.x;
        int which = (side ? 10 : 20) + (d[side ? 0 : 2] > 0.0 ? 1 : 0);
        color = wall * (side ? 0.86 : 1.0) * (0.97 + 0.06 * noise(vec2(along, at.y) * 3.0, seed));
        color *= 1.0 - 0.5 * panel(vec2(0.5, at.y), vec2(0.0, FLOOR), vec2(1.0, FLOOR + 0.12), 0.01);
        bool windows = random(ivec2(which, 1), seed) < (office ? 0.7 : 0.45);
        float cell = windows ? 1.5 : 1.1;
        float shifted = along / cell + random(ivec2(which, 2), seed);
        int number = int(floor(shifted));
        vec2 q = vec2((fract(shifted) - 0.5) * cell, at.y);
        float chance = random(ivec2(which, number + 40), seed);
        if (windows) {
            float pane = panel(q, vec2(-0.55, -0.55), vec2(0.55, 0.75), 0.012);
            float bars = 1.0 - panel(vec2(abs(q.x), 0.5), vec2(-0.02, 0.0), vec2(0.02, 1.0), 0.008);
            vec3 outside = daylight(0.3 + 0.4 * q.y) * 1.15;
            outside = mix(outside, vec3(0.20, 0.26, 0.12), 0.8 * smoothstep(0.1, -0.3, q.y + 0.5 * noise(vec2(along * 4.0, 1.0), seed) - 0.2));
            color = mix(color, vec3(0.75, 0.74, 0.72), panel(q, vec2(-0.62, -0.62), vec2(0.62, 0.82), 0.012));
            color = mix(color, outside, pane * bars);
        } else if (chance < 0.45) {
            vec2 size = vec2(0.16 + 0.2 * random(ivec2(which, number + 80), seed), 0.16 + 0.16 * chance);
            vec2 r = q - vec2(0.0, 0.15 + 0.3 * (chance - 0.2));
            color = mix(color, backColor[3].rgb * 0.25, panel(r, -size - 0.03, size + 0.03, 0.01));
            color = mix(color, mix(backColor[2].rgb, backColor[3].rgb, noise(r * 7.0 + chance * 50.0, seed)), panel(r, -size, size, 0.01));
        } else if (chance < 0.6) {
            float door = panel(q, vec2(-0.42, FLOOR), vec2(0.42, 0.55), 0.012);
            color = mix(color, mix(backColor[1].rgb, vec3(0.32, 0.22, 0.14), 0.5) * (0.8 + 0.2 * noise(q * vec2(30.0, 2.0), seed)), door);
        } else if (chance < 0.8) {
            // Shelves with books.
            float rack = panel(q, vec2(-0.48, FLOOR), vec2(0.48, 0.55), 0.01);
            vec2 shelf = vec2((q.x + 0.5) * 16.0, q.y / 0.36);
            float book = randomAt(ivec3(floor(shelf.x), floor(shelf.y), which + number), seed + 5);
            vec3 spine = mix(backColor[2].rgb, backColor[3].rgb, book) * (0.25 + 0.75 * fract(book * 7.0));
            float free = step(fract(shelf.y), 0.72 + 0.22 * fract(book * 13.0)) * step(0.07, fract(shelf.y));
            color = mix(color, mix(backColor[1].rgb * 0.2, spine * 0.7, free), rack);
        }
    }
    float light = 0.72 + 0.28 * smoothstep(low.y, high.y, at.y) + 0.15 * float(t == exit.z);
    // Corners are darker.
    vec3 gap = min(at - low, high - at);
    float middle = gap.x + gap.y + gap.z - max(gap.x, max(gap.y, gap.z)) - min(gap.x, min(gap.y, gap.z));
    light *= 0.75 + 0.25 * smoothstep(0.0, 0.5, middle);
    color = color * light + glow;
    float nearest = t;
    for (int i = 0; i < 4; i++) {
        // Furniture stands against a wall.
        vec4 r = vec4(random(ivec2(i, 31), seed), random(ivec2(i, 32), seed), random(ivec2(i, 33), seed), random(ivec2(i, 34), seed));
        vec3 half3 = vec3(0.25 + 0.5 * r.x, office ? 0.37 : 0.2 + 0.6 * r.y * r.y, 0.22 + 0.2 * r.z);
        vec3 center = vec3(mix(low.x, high.x, r.w), FLOOR + half3.y, (i & 1) == 0 ? low.z + half3.z : high.z - half3.z);
        if ((i & 2) != 0) {
            half3 = half3.zyx;
            center = vec3(r.z > 0.5 ? low.x + half3.x : high.x - half3.x, FLOOR + half3.y, mix(low.z, high.z, r.y));
        }
        vec3 n;
        float hit = boxAhead(o, d, center - half3, center + half3, n);
        if (hit > 0.2 && hit < nearest) {
            nearest = hit;
            vec3 tint = mix(mix(backColor[1].rgb, backColor[2].rgb, r.x), vec3(0.30, 0.22, 0.15), 0.4 * r.y) * (0.4 + 0.6 * r.z);
            vec3 p = o + hit * d;
            color = tint * (n.y > 0.5 ? 1.05 : 0.55 + 0.2 * abs(n.x)) * (0.9 + 0.2 * noise(p.xy * 9.0 + p.z * 5.0, seed + i));
        }
    }
    return color;
}

vec3 foliage(vec3 color) {
    return mix(color, vec3(0.55 + 0.3 * color.g), sensor.z); // Leaves are white in near infrared.
}

// Open country: sky with clouds, ridges one behind the other, trees and the ground before them.
vec3 outdoor(vec3 o, vec3 d, int seed) {
    float azimuth = atan(d.x, -d.z) + 6.2832 * backColor[2].w;
    vec2 circle = vec2(sin(azimuth), cos(azimuth));
    float up = d.y / length(d);
    float haze = smoothstep(0.5, 0.0, up);
    vec3 sky = mix(vec3(0.25, 0.45, 0.85), vec3(0.78, 0.85, 0.93), haze);
    vec2 cloudPlane = circle / max(up + 0.08, 0.05);
    sky = mix(sky, vec3(0.97), 0.85 * smoothstep(0.45, 0.75, fractal(cloudPlane * 0.9, seed, 4)) * smoothstep(0.0, 0.1, up));
    sky *= mix(1.0, 0.35, sensor.z);
    vec3 color = mix(sky, backColor[3].rgb, 0.1);
    vec3 haze3 = vec3(0.70, 0.78, 0.86) * mix(1.0, 0.6, sensor.z);
    for (int i = 0; i < 3; i++) {
        float scale = 2.0 + 3.0 * float(i);
        float line = 0.16 - 0.07 * float(i) + 0.22 * (fractal(circle * scale + 7.0 * float(i), seed + i, 4) - 0.45);
        vec3 green = foliage(mix(vec3(0.07, 0.14, 0.05), vec3(0.26, 0.30, 0.10), fractal(vec2(azimuth * 14.0, up * 40.0), seed + 9 + i, 3)));
        color = mix(color, mix(green, haze3, 0.6 - 0.25 * float(i)), smoothstep(line + 0.008, line - 0.008, up));
    }
    if (up < 0.0) {
        float t = (FLOOR - o.y) / d.y;
        vec2 at = o.xz + t * d.xz;
        float rough = fractal(at * 0.7, seed + 20, 4);
        vec3 grass = foliage(mix(vec3(0.10, 0.16, 0.05), vec3(0.30, 0.30, 0.14), rough));
        float path = 1.0 - smoothstep(0.7, 1.0, abs(at.x * circle.y + 2.5 * (noise(at * 0.15, seed + 22) - 0.5)));
        vec3 ground = mix(grass, vec3(0.46, 0.41, 0.34), 0.8 * path * step(0.5, backColor[3].w));
        color = mix(ground, haze3, 0.5 * smoothstep(10.0, 120.0, t * length(d)));
    }
    // Trees: crowns of noise on trunks, each in a sector of its own.
    for (int i = 0; i < 2; i++) {
        float count = i == 0 ? 16.0 : 9.0;
        float sector = azimuth / 6.2832 * count;
        int number = int(mod(floor(sector), count));
        float chance = random(ivec2(number, 50 + i), seed);
        float away = (i == 0 ? 16.0 : 7.0) * (0.8 + 0.5 * chance);
        vec2 q = vec2((fract(sector) - 0.3 - 0.4 * random(ivec2(number, 60 + i), seed)) * 6.2832 / count, up) * away;
        float crown = 1.3 + 1.6 * random(ivec2(number, 70 + i), seed);
        float edge = length((q - vec2(0.0, FLOOR + 1.3 + 1.2 * crown)) / vec2(0.75, 1.0)) + 0.9 * (fractal(q * 2.2 + chance * 30.0, seed + i, 3) - 0.5);
        float leaves = step(chance, 0.55) * smoothstep(crown + 0.1, crown - 0.1, edge);
        float trunk = step(chance, 0.55) * panel(q, vec2(-0.12, FLOOR), vec2(0.12, FLOOR + 1.6 + crown), 0.04);
        color = mix(color, vec3(0.16, 0.12, 0.09), trunk);
        vec3 leaf = mix(vec3(0.05, 0.11, 0.03), vec3(0.28, 0.34, 0.10), fractal(q * 3.0, seed + 30 + i, 3) * smoothstep(-crown, crown, q.y - FLOOR - 2.5 + 0.6 * q.x));
        color = mix(color, foliage(leaf), leaves);
    }
    return color;
}

// A street between two rows of houses, with a pavement, parked cars, and by night lit windows and lamps.
vec3 street(vec3 o, vec3 d, int seed, bool night) {
    float turn = (backColor[2].w - 0.5) * 1.4;
    mat2 about = mat2(cos(turn), sin(turn), -sin(turn), cos(turn));
    o.xz = about * o.xz;
    d.xz = about * d.xz;
    d = safe(d);
    float left = -3.0 - 4.0 * random(ivec2(1, 1), seed);
    float right = 3.0 + 5.0 * random(ivec2(1, 2), seed);
    float wallAt = ((d.x > 0.0 ? max(right, o.x + 0.5) : min(left, o.x - 0.5)) - o.x) / d.x;
    float up = d.y / length(d);
    vec3 color = night ? mix(vec3(0.030, 0.028, 0.045), vec3(0.008, 0.010, 0.025), smoothstep(0.0, 0.6, up)) : daylight(up * 1.6);
    float away = 60.0 / max(length(d.xz), 1e-3);
    // What closes the street, far off.
    float skyline = 0.10 + 0.12 * random(ivec2(int(floor(atan(d.x, d.z) * 14.0)), 9), seed);
    if (up < skyline) {
        color = night ? vec3(0.03, 0.03, 0.04) : mix(vec3(0.55, 0.58, 0.62), backColor[0].rgb, 0.25);
        color += night ? vec3(0.9, 0.7, 0.4) * step(0.8, randomAt(ivec3(floor(atan(d.x, d.z) * 90.0), floor(up * 90.0), 4), seed)) * step(0.02, up) : vec3(0.0);
    }
    vec3 at = o + wallAt * d;
    if (wallAt * length(d.xz) < away) {
        float row = d.x > 0.0 ? 100.0 : 0.0;
        float plot = at.z / 7.0 + row;
        ivec2 house = ivec2(int(floor(plot)), 11);
        float top = 4.0 + 9.0 * random(house, seed);
        if (at.y < top) {
            vec3 wall = mix(mix(backColor[0].rgb, backColor[1].rgb, random(house + ivec2(0, 1), seed)), vec3(0.50, 0.44, 0.38), 0.55);
            vec2 cell = vec2(at.z / 1.75, (at.y - FLOOR) / 3.1);
            vec2 q = fract(cell) - 0.5;
            ivec2 number = ivec2(floor(cell));
            float chance = randomAt(ivec3(number, int(row)), seed + 3);
            bool shop = number.y == 0;
            float pane = shop ? panel(q, vec2(-0.42, -0.32), vec2(0.42, 0.30), 0.02) : panel(q, vec2(-0.25, -0.25), vec2(0.25, 0.28), 0.02);
            float sign = shop ? panel(q, vec2(-0.5, 0.32), vec2(0.5, 0.46), 0.02) : 0.0;
            vec3 glass = mix(vec3(0.10, 0.13, 0.17), vec3(0.45, 0.55, 0.65), chance * 0.7);
            vec3 tint = mix(backColor[2].rgb, backColor[3].rgb, chance);
            if (night) {
                bool lit = chance > (shop ? 0.25 : 0.6);
                vec3 lamp = mix(vec3(1.0, 0.75, 0.42), mix(tint, vec3(0.8, 0.9, 1.0), 0.5), shop ? fract(chance * 9.0) : 0.1);
                wall *= 0.05 + 0.10 * smoothstep(4.0, FLOOR, at.y);
                color = mix(wall, lit ? lamp * (shop ? 1.1 : 0.6) : vec3(0.02), pane);
                color = mix(color, tint * 1.6, sign * step(0.45, chance));
            } else {
                color = wall * (0.75 + 0.25 * noise(at.zy * 0.8, seed)) * (d.x > 0.0 ? 1.05 : 0.72);
                color = mix(color, glass, pane);
                color = mix(color, tint * 0.8, sign);
            }
            away = wallAt * length(d.xz);
        }
    }
    float ground = (FLOOR - o.y) / d.y;
    if (ground > 0.0 && ground * length(d.xz) < away) {
        vec2 g = o.xz + ground * d.xz;
        away = ground * length(d.xz);
        float curb = smoothstep(left + 1.9, left + 2.0, g.x) * (1.0 - smoothstep(right - 2.0, right - 1.9, g.x));
        color = mix(vec3(0.42, 0.40, 0.37), vec3(0.17, 0.17, 0.18), curb) * (0.85 + 0.3 * fractal(g * 1.5, seed + 8, 3));
        color *= night ? 0.12 + 0.25 * pow(0.5 + 0.5 * cos(g.y * 0.7), 4.0) : 1.0;
    }
    for (int i = 0; i < 5; i++) {
        // Parked cars: a body and a cabin.
        float r = random(ivec2(i, 21), seed);
        float z = -4.0 - 5.5 * float(i) - 2.0 * r;
        z = (i & 1) == 0 ? z : -z;
        float x = r > 0.5 ? right - 2.9 : left + 2.9;
        vec3 n;
        vec3 n2;
        float body = boxAhead(o, d, vec3(x - 0.85, FLOOR + 0.2, z - 2.0), vec3(x + 0.85, FLOOR + 0.85, z + 2.0), n);
        float cabin = boxAhead(o, d, vec3(x - 0.72, FLOOR + 0.85, z - 1.0), vec3(x + 0.72, FLOOR + 1.4, z + 1.1), n2);
        bool glassy = cabin > 0.0 && (body < 0.0 || cabin < body);
        float t = glassy ? cabin : body;
        if (t > 0.0 && t * length(d.xz) < away) {
            away = t * length(d.xz);
            vec3 paint = mix(mix(backColor[2].rgb, backColor[3].rgb, fract(r * 5.0)), vec3(0.3), 0.3) * (0.2 + 0.8 * fract(r * 11.0));
            vec3 side = glassy ? vec3(0.10, 0.12, 0.14) + 0.35 * n2.y : paint * (0.6 + 0.5 * n.y + 0.1 * abs(n.x));
            vec3 p = o + t * d;
            float lampHeight = panel(vec2(abs(p.x - x), p.y), vec2(0.5, FLOOR + 0.5), vec2(0.8, FLOOR + 0.68), 0.02) * abs(n.z) * float(!glassy);
            color = night ? side * 0.12 + lampHeight * (n.z > 0.0 ? vec3(2.2, 2.0, 1.6) : vec3(1.8, 0.15, 0.1)) : side;
        }
    }
    for (int i = 0; i < 6; i++) {
        // Street lamps: a post, and by night a bright point.
        float z = -3.5 - 8.0 * float(i / 2);
        float x = (i & 1) == 0 ? left + 1.7 : right - 1.7;
        float t = (z - o.z) / d.z;
        vec3 p = o + t * d;
        if (t > 0.0 && t * length(d.xz) < away + 0.01) {
            vec2 q = p.xy - vec2(x, 0.0);
            color = mix(color, night ? vec3(0.01) : vec3(0.16), panel(q, vec2(-0.06, FLOOR), vec2(0.06, 2.6), 0.02));
            float bulb = 1.0 - smoothstep(0.14, 0.2, length(q - vec2(0.0, 2.6)));
            color = mix(color, night ? vec3(3.2, 2.3, 1.2) : vec3(0.8), bulb);
        }
    }
    return color;
}

void main() {
    ivec2 texel = ivec2(gl_GlobalInvocationID.xy);
    if (any(greaterThanEqual(texel, ivec2(backdrop.xy)))) {
        return;
    }
    vec2 pixel = (vec2(texel) + 0.5) / backdrop.xy * imageSize.xy;
    vec2 p = pixel / max(imageSize.x, imageSize.y);
    int seed = int(backColor[1].w * 100003.0);
    vec3 o = eyePosition.xyz / 1000.0;
    vec3 d = pixelRay(pixel);
    vec3 color;
    // The style is a constant of the program: see work.glsl for why it is not a branch.
#if STYLE == BACKGROUND_PLAIN
    color = plain(p);
#elif STYLE == BACKGROUND_GRADIENT
    color = gradient(p);
#elif STYLE == BACKGROUND_BOKEH
    color = bokeh(p, seed);
#elif STYLE == BACKGROUND_ROOM
    color = interior(o, d, seed, false);
#elif STYLE == BACKGROUND_OFFICE
    color = interior(o, d, seed, true);
#elif STYLE == BACKGROUND_OUTDOOR
    color = outdoor(o, d, seed);
#elif STYLE == BACKGROUND_ENVIRONMENT
    // The light is turned up for dark skin; its picture is not, or it would tell the tone before the face does.
#ifdef PANORAMA
    float texels = float(textureSize(panorama, 0).x) / (2.0 * PI) * imageSize.x / (backdrop.x * cameraRight.w);
    color = hairForm.w * environment(normalize(d), log2(max(texels, 1.0)));
#else
    color = hairForm.w * environment(normalize(d), 0.0);
#endif
    color = min(color, vec3(60000.0));
#elif STYLE == BACKGROUND_STREET
    color = street(o, d, seed, false);
#elif STYLE == BACKGROUND_NIGHT_STREET
    color = street(o, d, seed, true);
#else
    color = textured(p, seed);
#endif
    imageStore(scenery, texel, vec4(max(color, vec3(0.0)), 1.0));
}
