// What surrounds the subject, by direction. Needs frame.glsl.
const float PI = 3.14159265;

// Radiance of the environment, blurred for a surface of that roughness.
#ifdef PANORAMA
layout(binding = PANORAMA_MAP) uniform sampler2D panorama; // by longitude and latitude: Panorama.java; a level for each step of roughness

vec3 environment(vec3 d, float roughness) {
    vec2 at = vec2(0.5 - atan(d.x, d.z) / (2.0 * PI) + envUp.w, acos(clamp(d.y, -1.0, 1.0)) / PI);
    vec3 radiance = textureLod(panorama, at, roughness * float(PANORAMA - 1)).rgb;
    return envUp.rgb * mix(radiance, vec3(dot(radiance, vec3(0.2126, 0.7152, 0.0722))), sensor.z);
}
#else
vec3 environment(vec3 d, float roughness) {
    float blur = 0.08 + 0.6 * roughness;
    float up = smoothstep(0.0, 1.0, (d.y + blur) / (1.0 + blur));
    float below = smoothstep(-blur, blur, -d.y);
    vec3 radiance = mix(mix(envLevel.rgb, envUp.rgb, up), envDown.rgb, below);
    float widen = 2.5 * roughness * roughness;
    for (int i = 0; i < 6; i++) {
        float sharpness = lobeAxis[i].w;
        float wide = sharpness / (1.0 + sharpness * widen);
        radiance += lobeColor[i].rgb * (wide / sharpness) * exp(wide * (dot(d, lobeAxis[i].xyz) - 1.0));
    }
    return radiance;
}
#endif
