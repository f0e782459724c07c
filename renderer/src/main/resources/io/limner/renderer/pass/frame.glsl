// What is fixed for one frame. Order and types are written by FrameUniforms.java.
// World axes with the camera at the origin ("relative"), mm; light in linear sRGB.
layout(std140, binding = FRAME_BLOCK) uniform FrameBlock {
    vec4 cameraRight;    // xyz axis in the world, w focal length in pixels
    vec4 cameraDown;     // xyz, w focal length in pixels
    vec4 cameraForward;  // xyz, w principal point x
    vec4 imageSize;      // x width, y height, z principal point y, w exposure factor
    vec4 lens[2];        // distortion: k1, k2, k3, p1; p2, squared radius up to which they hold, Newton steps to undo them
    vec4 irradiance[9];  // spherical harmonics of the environment, already convolved with the cosine and divided by pi
    vec4 envUp;          // radiance overhead; with a panorama, the factor of its pixels, w turn of it in whole turns
    vec4 envLevel;       // radiance at the horizon
    vec4 envDown;        // radiance below
    vec4 lobeAxis[6];    // xyz direction, w sharpness
    vec4 lobeColor[6];   // radiance at the axis
    vec4 keyDirection;   // xyz towards the light, w half the width of its shadow's edge, mm
    vec4 keyColor;       // irradiance / pi
    mat4 toShadow;       // relative position to shadow map: xy texture coordinates, z depth
    vec4 skinColor;      // rgb albedo, w shine
    vec4 skinDetail;     // x freckles, y how lined 0..2, z stubble, w seed
    vec4 skinMarks;      // x blemishes, y age spots, z pores, w blush
    vec4 eyeShadow;      // rgb albedo, w strength
    vec4 lipColor;       // rgb albedo, w how open the mouth is
    vec4 hairColor;      // rgb albedo, w how much hair covers the scalp
    vec4 browColor;      // rgb albedo, w pattern offset of the skin
    vec4 irisColor;      // rgb, w pupil radius / iris radius
    vec4 eyeCenter[2];   // xyz relative, w radius; left, right
    vec4 eyeAxis[2];     // xyz gaze, w height of the corners of the lids above the centre, mm
    vec4 eyeLids[2];     // lids in the head's frame from the eye's centre, mm: x middle, y half the width, z height of upper, w of lower
    vec4 headAcross;     // xyz to the subject's left, w eyeliner
    vec4 headUp;         // xyz, w lipstick
    vec4 clothColor;     // rgb albedo; w pattern: 0 plain, 1 stripes, 2 check
    vec4 backColor[4];   // rgb; w: style, and three random numbers
    vec4 sensor;         // x noise, y seed, z how monochrome
    vec4 blur;           // x radius of defocus and yz half the line of motion, samples; w how many taps
    vec4 balance;        // rgb gains of the white balance
    vec4 backdrop;       // xy size of the background's picture in texels, z radius of its blur in texels, w taps of that
    vec4 eyePosition;    // xyz of the camera in the world, mm
    vec4 glassCenter[2]; // xyz relative, w half the width, mm
    vec4 glassAcross[2]; // xyz unit, away from the nose, w half the height, mm
    vec4 glassUp[2];     // xyz unit, w exponent of the outline
    vec4 glassForm;      // x taper, y lift, z reflection, w how many lenses
    vec4 glassTint;      // rgb share of light that passes, w whether the lenses are labelled
    vec4 glassBounds;    // rectangle of the lenses in pixels: left, top, right, bottom
    vec4 hairForm;       // x share of grey hairs, y how curly the scalp hair is, z albedo of grey hairs; w what undoes the metering of the light
    vec4 skinLevels;     // levels of the textures: x of pores, y of blotches, z of spots, w of lines; whole, so that one of each is read
};

float radial(float r2) {
    return 1.0 + r2 * (lens[0].x + r2 * (lens[0].y + r2 * lens[0].z));
}

// Where the lens puts a point of the plane at depth 1: LensModel.java has the formula.
vec2 distorted(vec2 p) {
    float r2 = dot(p, p);
    float held = min(r2, lens[1].y);
    float scale = r2 > held ? sqrt(held / r2) : 1.0;
    float cross = 2.0 * p.x * p.y;
    return p * radial(held) + scale * vec2(lens[0].w * cross + lens[1].x * (r2 + 2.0 * p.x * p.x),
            lens[0].w * (r2 + 2.0 * p.y * p.y) + lens[1].x * cross);
}

// The point that the lens puts there. STRAIGHT_LENS makes a program for lenses that bend nothing: a processor that draws in software
// runs the body of a loop once even where no lane enters it.
vec2 undistorted(vec2 p) {
    vec2 q = p;
#ifndef STRAIGHT_LENS
    int steps = int(lens[1].z);
    for (int i = 0; i < steps; i++) {
        float r2 = dot(q, q);
        float slope = lens[0].x + r2 * (2.0 * lens[0].y + 3.0 * r2 * lens[0].z);
        float p1 = lens[0].w;
        float p2 = lens[1].x;
        float xx = radial(r2) + 2.0 * q.x * q.x * slope + 2.0 * p1 * q.y + 6.0 * p2 * q.x;
        float yy = radial(r2) + 2.0 * q.y * q.y * slope + 6.0 * p1 * q.y + 2.0 * p2 * q.x;
        float xy = 2.0 * (q.x * q.y * slope + p1 * q.x + p2 * q.y);
        vec2 off = distorted(q) - p;
        q -= vec2(yy * off.x - xy * off.y, xx * off.y - xy * off.x) / (xx * yy - xy * xy);
    }
#endif
    return q;
}

// Direction through pixel coordinates (u, v); its camera-space z is 1.
vec3 pixelRay(vec2 uv) {
    vec2 c = undistorted((uv - vec2(cameraForward.w, imageSize.z)) / vec2(cameraRight.w, cameraDown.w));
    return cameraForward.xyz + c.x * cameraRight.xyz + c.y * cameraDown.xyz;
}

// Radius of the iris, radians seen from the centre of the eyeball: 11.7 mm across a ball of 24.
const float IRIS_RADIUS = 0.492;
