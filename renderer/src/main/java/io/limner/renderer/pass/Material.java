package io.limner.renderer.pass;

/** The shading passes. Each has a list of its own; see {@code work.glsl}. */
enum Material {
    BACKGROUND("background.comp"),
    SKIN("skin.comp"),
    EYE("eye.comp"),
    STRAND("strand.comp"),
    CLOTH("cloth.comp"),
    MOUTH("mouth.comp");

    private final String shader;

    Material(String shader) {
        this.shader = shader;
    }

    String shader() {
        return shader;
    }
}
