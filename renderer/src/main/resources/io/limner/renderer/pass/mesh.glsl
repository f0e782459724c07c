// The meshes of a frame: the head's vertices first, then the strands'.
layout(std430, binding = POSITIONS) readonly buffer Positions { float positions[]; };    // relative, mm
layout(std430, binding = NORMALS) readonly buffer Normals { float normals[]; };          // world
layout(std430, binding = SURFACE) readonly buffer Surface { vec4 surface[]; };           // xyz rest, w occlusion
layout(std430, binding = TEXTURING) readonly buffer Texturing { vec4 texturing[]; };     // xy uv, z lip, w scalp
layout(std430, binding = REGIONS) readonly buffer Regions { vec4 regions[]; };           // blush, beard, brow, crease
layout(std430, binding = TRIANGLES) readonly buffer Triangles { uint triangles[]; };
layout(std430, binding = CLASSES) readonly buffer Classes { uint classes[]; };           // of each triangle

// A point of a surface, seen from the camera.
struct Hit {
    uint kind;     // segmentation class
    vec3 position; // relative, mm
    vec3 normal;   // world, unit, towards the outside
    vec3 tangent;  // along the strand, from root to tip
    vec3 rest;
    vec2 uv;
    float occlusion;
    float lip;
    float scalp;
    vec4 region;
};

vec3 at(uint v) { return vec3(positions[3u * v], positions[3u * v + 1u], positions[3u * v + 2u]); }
vec3 normalAt(uint v) { return vec3(normals[3u * v], normals[3u * v + 1u], normals[3u * v + 2u]); }

// Where the ray through the origin meets the plane of a triangle; barycentric coordinates may lie a little outside.
Hit hitTriangle(uint triangle, vec3 ray) {
    uint a = triangles[3u * triangle];
    uint b = triangles[3u * triangle + 1u];
    uint c = triangles[3u * triangle + 2u];
    vec3 pa = at(a);
    vec3 e1 = at(b) - pa;
    vec3 e2 = at(c) - pa;
    vec3 n = cross(e1, e2);
    float facing = dot(n, ray);
    float t = abs(facing) > 1e-12 ? dot(n, pa) / facing : dot(pa, ray) / dot(ray, ray);
    vec3 q = t * ray - pa;
    float nn = max(dot(n, n), 1e-20);
    float v = clamp(dot(cross(q, e2), n) / nn, -0.5, 1.5);
    float w = clamp(dot(cross(e1, q), n) / nn, -0.5, 1.5);
    float u = 1.0 - v - w;

    Hit hit;
    hit.kind = classes[triangle];
    hit.position = t * ray;
    vec3 toViewer = -normalize(ray);
    vec3 smoothed = normalize(u * normalAt(a) + v * normalAt(b) + w * normalAt(c));
    // Interpolated normals can turn from the viewer near a silhouette: what is seen faces the viewer.
    hit.normal = normalize(smoothed + max(0.02 - dot(smoothed, toViewer), 0.0) * toViewer);
    vec4 sa = surface[a];
    vec4 sb = surface[b];
    vec4 sc = surface[c];
    vec4 s = u * sa + v * sb + w * sc;
    hit.rest = s.xyz;
    hit.occlusion = clamp(s.w, 0.0, 1.0);
    vec4 x = u * texturing[a] + v * texturing[b] + w * texturing[c];
    hit.uv = x.xy;
    hit.lip = x.z;
    hit.scalp = x.w;
    hit.region = u * regions[a] + v * regions[b] + w * regions[c];
    // Of a strand's triangle one edge runs along it: rest.x grows from root to tip, rest.y is the side.
    vec3 along = abs(sa.y - sb.y) < 0.5 ? e1 * (sb.x - sa.x)
            : abs(sa.y - sc.y) < 0.5 ? e2 * (sc.x - sa.x) : (e2 - e1) * (sc.x - sb.x);
    hit.tangent = along / max(length(along), 1e-9);
    return hit;
}
