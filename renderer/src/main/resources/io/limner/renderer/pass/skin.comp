#include frame.glsl
#include mesh.glsl
#include noise.glsl
#include light.glsl
#include lids.glsl
#include item.glsl
layout(binding = SKIN_DETAIL) uniform sampler2D skinDetailMap; // xy slope, z pores, w blotches
layout(binding = WRINKLES) uniform sampler2D wrinkleMap;       // xy slope, z depth; one half of the face
layout(binding = SKIN_COLOR) uniform sampler2D skinColorMap;   // ratio to the mean colour, 0.5 means 1

#ifdef OWN_COLORS
layout(binding = HEAD_COLORS) uniform sampler2DArray headColors; // HeadColors.java

// The factor of the skin's colour that the user's file shows, w 1 if it shows any. pixel: mm a pixel covers.
vec4 ownColor(Hit hit, float pixel) {
    float layer = floor((hit.uv.x + 0.5 * float(LAYERS_APART)) / float(LAYERS_APART)) - 1.0;
    vec2 at = vec2(hit.uv.x - float(LAYERS_APART) * (layer + 1.0), hit.uv.y);
    float texels = float(textureSize(headColors, 0).x) * hit.density * pixel;
    vec3 factor = float(OWN_COLORS) * textureLod(headColors, vec3(at, max(layer, 0.0)), log2(max(texels, 1.0))).rgb;
    return layer < 0.0 ? vec4(1.0, 1.0, 1.0, 0.0) : vec4(factor, 1.0);
}
#endif

vec3 shadeSurface(Hit hit, vec3 v) {
    float pixel = length(hit.position) / cameraRight.w; // mm a pixel covers
    vec3 rest = hit.rest;

    // Detail is tied to the rest position, so it moves with the skin; the dominant plane avoids stretching.
    vec2 plane = abs(hit.normal.x) > 0.8 ? rest.zy : rest.xy + 0.35 * rest.zz;
    vec4 fine = textureLod(skinDetailMap, plane / 26.0, skinLevels.x);
    vec4 coarse = textureLod(skinDetailMap, plane.yx / 83.0 + browColor.w, skinLevels.y);

    vec3 albedo = skinColor.rgb;
    // What a picture of the skin shows itself is not painted on it: lips, brows, blood, the shades about the eyes.
#ifdef OWN_COLORS
    vec4 own = ownColor(hit, pixel);
    albedo *= own.rgb;
    float bare = 1.0 - own.w;
    float lipstick = mix(1.0, sqrt(headUp.w), own.w);
#else
    const float bare = 1.0;
    const float lipstick = 1.0;
#endif
    vec3 ratio = 2.0 * textureLod(skinColorMap, hit.uv, 0.0).rgb;
    albedo *= mix(vec3(1.0), ratio, 0.55);
    float blotch = coarse.w - 0.5 + 0.35 * (fine.z - 0.5);
    albedo *= 1.0 + vec3(0.10, 0.17, 0.18) * bare * blotch;
    // Blood near the surface: cheeks, nose, ears.
    albedo *= mix(vec3(1.0), vec3(1.02, 0.84, 0.80), bare * hit.blush * (0.8 + 0.6 * blotch));
    vec4 spots = textureLod(skinDetailMap, plane / 118.0 + skinDetail.w / 977.0, skinLevels.z);
    float where = clamp(hit.blush * 1.1 + 0.12, 0.0, 1.0);
    float freckle = smoothstep(0.36, 0.16, spots.z) * smoothstep(0.35, 0.6, coarse.w + 0.25 * spots.w);
    albedo *= mix(vec3(1.0), vec3(0.62, 0.47, 0.38), freckle * skinDetail.x * where * (1.0 - hit.lip));
    // Blemishes are few, raised and red, and leave dark marks on dark skin; spots of age are broad and brown.
    float melanin = melaninOf(skinColor.rgb);
    float front = smoothstep(-40.0, -10.0, rest.z) * (1.0 - hit.lip);
    float blemish = skinMarks.x * front * smoothstep(0.36, 0.16, spots.z) * smoothstep(0.60, 0.68, spots.w + 0.16 * skinMarks.x);
    albedo *= mix(vec3(1.0), mix(vec3(0.98, 0.58, 0.56), vec3(0.66, 0.52, 0.48), melanin), blemish);
    float aged = skinMarks.y * (1.0 - hit.lip) * smoothstep(0.60, 0.72, spots.w + 0.30 * (coarse.w - 0.5) + 0.10 * (fine.w - 0.5));
    albedo *= mix(vec3(1.0), vec3(0.80, 0.68, 0.58), 0.5 * aged);
    // Thin skin about the eyes is darker, the more so the more melanin there is.
    vec2 orbit = (vec2(abs(rest.x) - 31.0, rest.y + 2.0)) / vec2(20.0, 13.0);
    float around = exp(-dot(orbit, orbit)) * smoothstep(-25.0, 0.0, rest.z);
    albedo *= 1.0 - bare * around * vec3(0.30, 0.34, 0.32) * mix(0.38, 1.78, melanin);
    // The lids: the shadow of the lashes along the upper margin, the fold above it, the wet edge below.
    int side = rest.x > 0.0 ? 0 : 1;
    vec3 fromEye = hit.position - eyeCenter[side].xyz;
    LidPlace lids = lidPlace(fromEye, side);
    float atEye = smoothstep(1.35, 0.95, abs(lids.across)) * smoothstep(30.0, 20.0, length(fromEye));
    float lashLine = atEye * smoothstep(1.5, 0.2, lids.above) * smoothstep(0.7, 0.0, lids.below);
    float fold = atEye * exp(-0.7 * (lids.above - 4.2) * (lids.above - 4.2));
    float rim = atEye * smoothstep(1.1, 0.3, abs(lids.below - 0.2)) * smoothstep(1.05, 0.9, abs(lids.across))
            * smoothstep(0.5, 3.0, eyeLids[side].z - eyeLids[side].w);
    albedo *= 1.0 - 0.60 * bare * lashLine - 0.22 * bare * fold;
    albedo *= mix(vec3(1.0), vec3(1.0, 0.80, 0.78), bare * rim);
    float lid = atEye * smoothstep(-0.5, 1.0, lids.above) * smoothstep(13.0, 3.5, lids.above);
    albedo = mix(albedo, eyeShadow.rgb, 0.80 * eyeShadow.w * lid);
    float liner = atEye * smoothstep(2.3, 1.3, lids.above) * smoothstep(0.8, 0.2, lids.below);
    albedo *= 1.0 - 0.90 * headAcross.w * liner;
    float rouge = hit.blush * smoothstep(20.0, 32.0, abs(rest.x)) * smoothstep(-50.0, -25.0, rest.z);
    albedo = mix(albedo, albedo * vec3(0.98, 0.60, 0.64) + vec3(0.018, 0.0, 0.003), skinMarks.w * rouge);
    albedo = mix(albedo, lipColor.rgb * (1.0 + 0.25 * blotch), hit.lip * 0.9 * lipstick);
    float stubble = hit.beard * skinDetail.z;
    albedo = mix(albedo, hairColor.rgb * 0.8 + vec3(0.01, 0.012, 0.015), stubble * clamp(0.46 + 0.8 * (0.55 - fine.z), 0.0, 1.0));
    albedo = mix(albedo, hairColor.rgb * 0.7, hit.scalp * hairColor.w);
    albedo = mix(albedo, mix(albedo, browColor.rgb, 0.5), hit.brow * 0.7 * bare);

    float age = skinDetail.y;
    vec3 n = hit.normal;
    vec3 t1 = normalize(vec3(n.z, 0.0, -n.x) + vec3(1e-4, 0.0, 0.0));
    vec3 t2 = cross(n, t1);
    vec2 slope = (fine.xy - 0.5) * 0.40 * skinMarks.z + (coarse.xy - 0.5) * (0.18 + 0.16 * age * age);
    slope += hit.lip * (fine.yx - 0.5) * 0.5;
    slope += (spots.xy - 0.5) * (0.9 * blemish);
    // Lines deepen with age, in each person some more than others; noise makes them uneven and the halves unlike.
    vec2 place = vec2(abs(rest.x), rest.y) + vec2(3.0, 7.0) * (coarse.ww - 0.5) + vec2(0.8, 1.1) * (fine.ww - 0.5);
    vec4 wrinkle = textureLod(wrinkleMap, (place - vec2(0.0, WRINKLE_BOTTOM)) / vec2(WRINKLE_WIDTH, WRINKLE_HEIGHT), skinLevels.w);
    float high = 0.55 + 0.9 * fract(0.618 * skinDetail.w);
    float low = 0.65 + 0.7 * fract(0.414 * skinDetail.w);
    float lined = (0.05 + age) * mix(low, high, smoothstep(-5.0, 20.0, rest.y)) * (0.55 + 0.9 * coarse.z)
            * smoothstep(-62.0, -42.0, rest.z) * (1.0 - 0.7 * hit.lip) * (1.0 - hit.scalp);
    slope += lined * 0.55 * (wrinkle.xy - 0.5) * vec2(sign(rest.x), 1.0);
    albedo *= 1.0 - min(lined * wrinkle.z, 0.8) * vec3(0.09, 0.13, 0.13);
    NOTE_ALBEDO(albedo);
    n = normalize(n + slope.x * t1 + slope.y * t2);

    float open = hit.occlusion * (1.0 - 0.20 * min(lined * wrinkle.z, 1.0)) * (1.0 - 0.30 * fold - 0.35 * lashLine);
    // The grooves about the wings of the nose and below it are finer than the mesh.
    vec2 wing = vec2(abs(rest.x) - 18.0, rest.y + 33.0) / vec2(4.0, 9.0);
    vec2 base = vec2(rest.x, rest.y + 45.0) / vec2(14.0, 3.5);
    open *= 1.0 - mix(0.20, 0.26, melanin) * (exp(-dot(wing, wing)) + exp(-dot(base, base))) * smoothstep(0.0, 15.0, rest.z);
    // So little comes back off the darkest skin that sockets are deeper in it.
    float darkest = 1.0 - smoothstep(0.04, 0.12, dot(skinColor.rgb, vec3(0.2126, 0.7152, 0.0722)));
    open *= 1.0 - 0.28 * around * darkest;
    // What is shut in is lit by skin too: more, and redder, the lighter the skin.
    float narrow = pow(open, 3.2);
    vec3 occlusion = narrow / (1.0 - 0.8 * min(albedo, vec3(0.9)) * (1.0 - narrow));
    // The body keeps off some of what would come from below, brow and nose what would come to the sockets from above.
    vec3 toOpen = normalize(n + vec3(0.0, 0.28, 0.0) - 0.8 * around * headUp.xyz);
    vec3 light = diffuseLight(toOpen, vec3(0.82, 0.92, 0.96)) * occlusion;

    vec3 l = keyDirection.xyz;
    float facing = dot(hit.normal, l);
    float bumped = dot(n, l);
    float shadow = keyVisibility(hit.position, hit.normal);
    // Light leaks past the terminator, the red farthest: a wrapped lambert a channel in place of a diffusion profile.
    vec3 wrap = vec3(0.34, 0.16, 0.11);
    vec3 soft = clamp((mix(vec3(facing), vec3(bumped), vec3(0.35, 0.7, 0.8)) + wrap) / (1.0 + wrap), 0.0, 1.0);
    vec3 passed = pow(vec3(shadow), vec3(0.65, 1.0, 1.05));
    // A key light that is not a point is dimmed too where the surface is shut in.
    light += keyColor.rgb * soft * soft * (1.0 + wrap) * passed * mix(1.0, open, 0.6);
    vec3 color = albedo * light;

    float shine = skinColor.w;
    // Forehead, nose and chin are the oiliest, lids the driest. On the darkest skin gloss is most of what is seen of its form, and lasts into age.
    float wide = mix(700.0, 2600.0, darkest * smoothstep(15.0, 40.0, rest.y));
    float zone = max(exp(-rest.x * rest.x / wide) * smoothstep(-40.0, 0.0, rest.z), mix(0.8, 1.0, melanin) * hit.blush);
    float oily = (0.34 + 0.70 * shine) * (1.0 - mix(0.35, 0.15, darkest) * min(age, 1.0)) * mix(0.75 + 0.45 * zone, 0.55 + 1.1 * zone, darkest)
            * (1.0 - mix(0.6, 0.85, darkest) * around) * mix(0.75, 1.25, fine.z) * (1.0 - 0.85 * hit.scalp * hairColor.w);
    float rough = mix(mix(0.56, 0.42, shine) + 0.06 * (0.5 - fine.z), 0.40, hit.lip);
    oily = mix(oily, mix(0.60, 0.34, melanin), hit.lip);
    float f0 = 0.028;
    float specular = 0.78 * highlight(n, v, l, rough, f0) + 0.22 * highlight(n, v, l, 0.66 * rough, f0);
    color += keyColor.rgb * (PI * specular * oily * shadow);
    vec3 r = reflect(-v, n);
    color += environment(r, rough) * fresnel(n, v, f0, rough) * oily * open * open * mix(0.28, 0.58, dot(n, v));
    return color;
}

uint classOf(Hit hit) {
    return hit.kind;
}

#include surface.glsl
