// Linear colour as the sensor sees it: white balance, exposure, and a shoulder where a straight line would clip.
vec3 develop(vec3 color) {
    vec3 x = max(color, vec3(0.0)) * imageSize.w;
    // Near infrared goes on where red ends.
    x = mix(x * balance.rgb, x.rrr, sensor.z);
    const float KNEE = 0.62;
    vec3 over = max(x - KNEE, vec3(0.0)) / (1.0 - KNEE);
    return min(x, vec3(KNEE)) + (1.0 - KNEE) * over / (1.0 + over);
}
