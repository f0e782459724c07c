// The meshes of a frame: the head's vertices first, then the strands', then those of what is worn. Four texels a vertex, which a
// processor's cache holds in one line: FaceVertices.java writes them. (A processor that draws in software takes a texel at a tenth of the
// price of four loads from storage.)
layout(binding = VERTICES) uniform samplerBuffer vertices;
const int POSITION = 0; // xyz relative, mm; w blush
const int NORMAL = 1;   // xyz world, w occlusion
const int REST = 2;     // xyz, w beard or, below 0, brow
const int TEXTURE = 3;  // xy uv, z lip, w scalp
layout(binding = CORNERS) uniform usamplerBuffer corners;    // xyz vertices of a triangle, w segmentation class

// A point of a surface, seen from the camera.
struct Hit {
    uint kind;     // segmentation class
    vec3 position; // relative, mm
    vec3 normal;   // world, unit, towards the outside
    vec3 tangent;  // along the strand, from root to tip; of what is worn, the way along which uv.x grows by 1
    vec3 rest;
    float reach;   // of a strand: half its width at the root, mm
    vec2 uv;
    float occlusion;
    float lip;
    float scalp;
    float blush;
    float beard;
    float brow;
#ifdef OWN_COLORS
    float density; // texture coordinates a mm
#endif
};

// Where the ray through the origin meets the plane of a triangle; barycentric coordinates may lie a little outside.
Hit hitTriangle(uint triangle, vec3 ray) {
    uvec4 corner = texelFetch(corners, int(triangle));
    int a = 4 * int(corner.x);
    int b = 4 * int(corner.y);
    int c = 4 * int(corner.z);
    vec4 ta = texelFetch(vertices, a + POSITION);
    vec4 tb = texelFetch(vertices, b + POSITION);
    vec4 tc = texelFetch(vertices, c + POSITION);
    vec3 pa = ta.xyz;
    vec3 e1 = tb.xyz - pa;
    vec3 e2 = tc.xyz - pa;
    vec3 n = cross(e1, e2);
    float facing = dot(n, ray);
    float t = abs(facing) > 1e-12 ? dot(n, pa) / facing : dot(pa, ray) / dot(ray, ray);
    vec3 q = t * ray - pa;
    float nn = max(dot(n, n), 1e-20);
    float v = clamp(dot(cross(q, e2), n) / nn, -0.5, 1.5);
    float w = clamp(dot(cross(e1, q), n) / nn, -0.5, 1.5);
    float u = 1.0 - v - w;

    Hit hit;
    hit.kind = corner.w;
    hit.position = t * ray;
    vec3 toViewer = -normalize(ray);
    vec4 turned = u * texelFetch(vertices, a + NORMAL) + v * texelFetch(vertices, b + NORMAL) + w * texelFetch(vertices, c + NORMAL);
    hit.occlusion = clamp(turned.w, 0.0, 1.0);
    vec3 smoothed = normalize(turned.xyz);
    // Interpolated normals can turn from the viewer near a silhouette: what is seen faces the viewer.
    hit.normal = normalize(smoothed + max(0.02 - dot(smoothed, toViewer), 0.0) * toViewer);
    vec4 sa = texelFetch(vertices, a + REST);
    vec4 sb = texelFetch(vertices, b + REST);
    vec4 sc = texelFetch(vertices, c + REST);
    vec4 s = u * sa + v * sb + w * sc;
    hit.rest = s.xyz;
    vec4 xa = texelFetch(vertices, a + TEXTURE);
    vec4 xb = texelFetch(vertices, b + TEXTURE);
    vec4 xc = texelFetch(vertices, c + TEXTURE);
    vec4 x = u * xa + v * xb + w * xc;
    hit.uv = x.xy;
    hit.lip = x.z;
    hit.scalp = x.w;
    hit.blush = u * ta.w + v * tb.w + w * tc.w;
    // Beyond its edges a triangle with a beard must not turn to brow.
    float hairy = clamp(s.w, min(min(sa.w, sb.w), sc.w), max(max(sa.w, sb.w), sc.w));
    hit.beard = max(hairy, 0.0);
    hit.brow = max(-hairy, 0.0);
    // Of a strand, rest.x grows from root to tip and rest.y is the side, which at its corners is half its width.
    hit.reach = abs(sa.y);
    vec3 along = (sb.x - sa.x) * cross(e2, n) + (sc.x - sa.x) * cross(n, e1);
    hit.tangent = along / max(length(along), 1e-12);
#if MATERIAL == MATERIAL_WEAR
    vec2 d1 = xb.xy - xa.xy;
    vec2 d2 = xc.xy - xa.xy;
    float turn = d1.x * d2.y - d2.x * d1.y;
    hit.tangent = abs(turn) > 1e-6 ? (d2.y * e1 - d1.y * e2) / turn : vec3(0.0);
#endif
#ifdef OWN_COLORS
    vec2 t1 = xb.xy - xa.xy;
    vec2 t2 = xc.xy - xa.xy;
    hit.density = sqrt(abs(t1.x * t2.y - t2.x * t1.y) / sqrt(nn));
#endif
    return hit;
}
