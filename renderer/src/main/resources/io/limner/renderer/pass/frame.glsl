// What is fixed for one frame. Order and types are written by FrameUniforms.java.
// World axes with the camera at the origin ("relative"), mm; light in linear sRGB.
layout(std140, binding = FRAME_BLOCK) uniform FrameBlock {
    vec4 cameraRight;    // xyz axis in the world, w focal length in pixels
    vec4 cameraDown;     // xyz, w focal length in pixels
    vec4 cameraForward;  // xyz, w principal point x
    vec4 imageSize;      // x width, y height, z principal point y, w exposure factor
    vec4 irradiance[9];  // spherical harmonics of the environment, already convolved with the cosine and divided by pi
    vec4 envUp;          // radiance overhead
    vec4 envLevel;       // radiance at the horizon
    vec4 envDown;        // radiance below
    vec4 lobeAxis[6];    // xyz direction, w sharpness
    vec4 lobeColor[6];   // radiance at the axis
    vec4 keyDirection;   // xyz towards the light
    vec4 keyColor;       // irradiance / pi
    mat4 toShadow;       // relative position to shadow map: xy texture coordinates, z depth
    vec4 skinColor;      // rgb albedo, w shine
    vec4 skinDetail;     // x freckles, y age 0..1, z stubble, w seed
    vec4 lipColor;       // rgb albedo, w how open the mouth is
    vec4 hairColor;      // rgb albedo, w how much hair covers the scalp
    vec4 browColor;      // rgb albedo, w pattern offset of the skin
    vec4 irisColor;      // rgb, w pupil radius / iris radius
    vec4 eyeCenter[2];   // xyz relative, w radius; left, right
    vec4 eyeAxis[2];     // xyz gaze
    vec4 clothColor;     // rgb albedo
    vec4 backColor[4];   // rgb; w: style, and three random numbers
    vec4 sensor;         // x noise, y seed
};

// Direction through pixel coordinates (u, v); its camera-space z is 1.
vec3 pixelRay(vec2 uv) {
    vec2 c = (uv - vec2(cameraForward.w, imageSize.z)) / vec2(cameraRight.w, cameraDown.w);
    return cameraForward.xyz + c.x * cameraRight.xyz + c.y * cameraDown.xyz;
}

// Radius of the iris, radians seen from the centre of the eyeball: 11.7 mm across a ball of 24.
const float IRIS_RADIUS = 0.492;
