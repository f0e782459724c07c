// The background's picture, which defocus.comp made. Needs frame.glsl.
layout(binding = BACKDROP) uniform sampler2D backdropPicture;

// Radiance at pixel coordinates.
vec3 backdropAt(vec2 pixel) {
    vec2 texel = clamp(pixel / imageSize.xy * backdrop.xy, vec2(0.5), backdrop.xy - 0.5);
    return textureLod(backdropPicture, texel / vec2(textureSize(backdropPicture, 0)), 0.0).rgb;
}
