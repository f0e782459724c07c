#include frame.glsl
#include noise.glsl
#include light.glsl
#include item.glsl
#include glass.glsl
#include label.glsl
// What is behind the subject: a picture in the plane of the image, out of focus. p is 0..1 across the image's longer side.
float softBox(vec2 p, vec2 low, vec2 high, float blur) {
    vec2 inside = smoothstep(low - blur, low + blur, p) * (1.0 - smoothstep(high - blur, high + blur, p));
    return inside.x * inside.y;
}

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
                float size = (0.4 + 12.0 * balance.w) * (0.25 + 0.45 * random(c, seed + 3));
                float disc = 1.0 - smoothstep(size * 0.92, size, distance(q, at));
                float rim = 0.7 + 0.3 * smoothstep(0.5 * size, size, distance(q, at));
                vec3 tint = mix(backColor[2].rgb, backColor[3].rgb, random(c, seed + 4)) + 0.25;
                color += tint * disc * rim * (0.15 + 0.5 * random(c, seed + 5) * random(c, seed + 6));
            }
        }
    }
    return color;
}

vec3 room(vec2 p, int seed) {
    float blur = 0.004 + 0.5 * balance.w;
    float r1 = backColor[1].w;
    float r2 = backColor[2].w;
    float r3 = backColor[3].w;
    float wallLight = 0.75 + 0.35 * smoothstep(1.2, 0.0, distance(p, vec2(r1, 0.1)));
    vec3 color = backColor[0].rgb * wallLight * (0.97 + 0.06 * noise(p * 40.0, seed));
    float corner = 0.15 + 0.7 * r3;
    color *= mix(0.82, 1.0, smoothstep(corner - blur, corner + blur, p.x + 0.05 * p.y));
    float floorLine = 0.80 + 0.1 * r2;
    color = mix(color, backColor[1].rgb * 0.5, smoothstep(floorLine - blur, floorLine + blur, p.y));
    for (int i = 0; i < 4; i++) {
        vec2 low = vec2(random(ivec2(i, 1), seed), 0.05 + 0.5 * random(ivec2(i, 2), seed)) * vec2(1.1, 1.0) - vec2(0.15, 0.0);
        vec2 extent = vec2(0.10 + 0.22 * random(ivec2(i, 3), seed), 0.12 + 0.28 * random(ivec2(i, 4), seed));
        vec3 tint = mix(backColor[2].rgb, backColor[3].rgb, random(ivec2(i, 5), seed)) * (0.3 + 0.9 * random(ivec2(i, 6), seed));
        float frame = softBox(p, low - 0.012, low + extent + 0.012, blur);
        float inner = softBox(p, low, low + extent, blur);
        color = mix(color, backColor[1].rgb * 0.3, frame);
        color = mix(color, tint * (0.7 + 0.6 * noise(p * 9.0 + float(i), seed + i)), inner);
    }
    return color;
}

vec3 outdoor(vec2 p, int seed) {
    vec3 sky = mix(vec3(0.32, 0.52, 0.86), vec3(0.80, 0.87, 0.94), smoothstep(0.0, 0.62, p.y + 0.1));
    sky = mix(sky, vec3(0.95), 0.7 * smoothstep(0.5, 0.8, fractal(p * vec2(2.5, 5.0), seed, 4)));
    sky = mix(sky, backColor[3].rgb, 0.2);
    vec3 color = sky;
    for (int i = 0; i < 3; i++) {
        float line = 0.34 + 0.15 * float(i) + 0.12 * (backColor[1].w - 0.5) + 0.22 * (fractal(vec2(p.x * (1.5 + 2.0 * float(i)), 3.0 * float(i)), seed + i, 4) - 0.5);
        vec3 green = mix(vec3(0.08, 0.16, 0.05), vec3(0.30, 0.34, 0.14), fractal(p * (6.0 + 5.0 * float(i)), seed + 9 + i, 3));
        green = mix(green, backColor[0].rgb * 0.5, 0.25);
        green = mix(green, sky, 0.5 - 0.22 * float(i));
        color = mix(color, green, smoothstep(line - 0.004 - 0.5 * balance.w, line + 0.004 + 0.5 * balance.w, p.y));
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

vec3 picture(vec2 p) {
    int seed = int(backColor[1].w * 100003.0);
    // The style is a constant of the program: see work.glsl for why it is not a branch.
#if STYLE == BACKGROUND_PLAIN
    return plain(p);
#elif STYLE == BACKGROUND_GRADIENT
    return gradient(p);
#elif STYLE == BACKGROUND_BOKEH
    return bokeh(p, seed);
#elif STYLE == BACKGROUND_ROOM
    return room(p, seed);
#elif STYLE == BACKGROUND_OUTDOOR
    return outdoor(p, seed);
#else
    return textured(p, seed);
#endif
}

void main() {
    Item item;
    if (!takeItem(item)) {
        return;
    }
    const float FAR = 1e9;
    vec2 pixel = itemPixel(item);
    storeItem(item, throughGlass(pixelRay(pixel), FAR, picture(pixel / max(imageSize.x, imageSize.y))));
    vec3 position = vec3(0.0);
    vec3 normal = vec3(0.0);
    if (atPixel(item) && labelledGlass(pixelRay(vec2(item.block) + 0.5), FAR, position, normal)) {
        storeLabel(item.block, CLASS_GLASSES, position, normal);
    }
}
