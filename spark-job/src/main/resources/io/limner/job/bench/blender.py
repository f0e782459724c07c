"""Draws Limner's meshes with Blender on demand: reads lines "MESH ENGINE" from standard input, answers each with the seconds that the picture took."""

import json
import math
import sys
import time

import bpy
import numpy as np
from mathutils import Matrix

SAMPLES = 16


def load(path):
    """Makes the one scene: a mesh with a material a class, a camera, a sun and a sky; passes as Limner's labels."""
    with open(path, "rb") as file:
        head = json.loads(file.readline())
        positions = np.frombuffer(file.read(12 * head["vertices"]), "<f4")
        corners = np.frombuffer(file.read(12 * head["triangles"]), "<i4")
        classes = np.frombuffer(file.read(head["triangles"]), "u1")
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    mesh = bpy.data.meshes.new("face")
    mesh.vertices.add(head["vertices"])
    mesh.vertices.foreach_set("co", positions)
    mesh.loops.add(corners.size)
    mesh.loops.foreach_set("vertex_index", corners)
    mesh.polygons.add(head["triangles"])
    mesh.polygons.foreach_set("loop_start", np.arange(0, corners.size, 3, dtype="i4"))
    mesh.polygons.foreach_set("loop_total", np.full(head["triangles"], 3, dtype="i4"))
    mesh.polygons.foreach_set("material_index", classes.astype("i4"))
    mesh.polygons.foreach_set("use_smooth", np.ones(head["triangles"], dtype=bool))
    for k in range(int(classes.max()) + 1):
        material = bpy.data.materials.new("class %d" % k)
        material.use_nodes = True
        material.pass_index = k
        shader = material.node_tree.nodes["Principled BSDF"]
        shader.inputs["Base Color"].default_value = (0.6, 0.4, 0.3, 1)
        shader.inputs["Roughness"].default_value = 0.5
        mesh.materials.append(material)
    mesh.update()
    mesh.validate()
    scene.collection.objects.link(bpy.data.objects.new("face", mesh))

    camera = bpy.data.cameras.new("camera")
    camera.sensor_width = 36
    camera.lens = head["fx"] * 36 / head["width"]
    camera.clip_start, camera.clip_end = 20, 20000
    camera.shift_x = (head["width"] / 2 - head["cx"]) / head["width"]
    camera.shift_y = (head["cy"] - head["height"] / 2) / head["width"]
    seen = bpy.data.objects.new("camera", camera)
    to_camera = Matrix([head["world_to_camera"][4 * r : 4 * r + 4] for r in range(4)])
    seen.matrix_world = to_camera.inverted() @ Matrix.Diagonal((1, -1, -1, 1))
    scene.collection.objects.link(seen)
    scene.camera = seen

    sun = bpy.data.lights.new("sun", "SUN")
    sun.energy = 3
    sun.angle = math.radians(3)
    light = bpy.data.objects.new("sun", sun)
    light.rotation_euler = (math.radians(-40), math.radians(30), 0)
    scene.collection.objects.link(light)
    scene.world = bpy.data.worlds.new("sky")
    scene.render.resolution_x, scene.render.resolution_y = head["width"], head["height"]
    scene.render.resolution_percentage = 100
    scene.render.threads_mode, scene.render.threads = "FIXED", 1
    layer = scene.view_layers[0]
    layer.use_pass_z = layer.use_pass_normal = layer.use_pass_material_index = True
    return scene


def draw(path, engine):
    scene = load(path)
    if engine == "CYCLES":
        scene.render.engine = "CYCLES"
        scene.cycles.device = "CPU"
        scene.cycles.samples = SAMPLES
        scene.cycles.use_adaptive_sampling = False
        scene.cycles.use_denoising = False
    else:
        names = [e.identifier for e in bpy.types.RenderSettings.bl_rna.properties["engine"].enum_items_static_ui] + ["BLENDER_EEVEE_NEXT", "BLENDER_EEVEE"]
        scene.render.engine = next(name for name in names if "EEVEE" in name)
        scene.eevee.taa_render_samples = SAMPLES
    began = time.perf_counter()
    bpy.ops.render.render()
    return time.perf_counter() - began


print("READY Blender " + bpy.app.version_string, flush=True)
for line in sys.stdin:
    mesh_path, _, engine_name = line.rstrip("\n").rpartition(" ")
    try:
        print("TOOK %.6f" % draw(mesh_path, engine_name), flush=True)
    except Exception as fault:  # whatever Blender throws is an answer
        print("FAILED " + " ".join(str(fault).split()), flush=True)
