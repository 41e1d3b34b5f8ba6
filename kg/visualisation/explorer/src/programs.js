// How sigma draws things and lines: every class in its shape, lines bent, dashed and with a head. Sizes are pixels of the
// screen; positions are sigma's, in which a pixel is twice its correction ratio.

import { EdgeProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const number = (name, size = 1) => ({ name, size, type: FLOAT });
const colour = (name) => ({ name, size: 4, type: UNSIGNED_BYTE, normalized: true });
const PRECISION = "precision highp float;\n";

/** The number of each class's shape in the shader. */
export const SHAPES = { Person: 0, Organization: 1, Place: 2, Product: 3, Event: 4, Work: 5, Concept: 6, Quantity: 7, Other: 8 };

// ---------------------------------------------------------------- things

const NODE_VERTEX = `${PRECISION}
attribute vec2 a_position; attribute float a_size; attribute float a_shape; attribute float a_ring;
attribute vec4 a_color; attribute vec4 a_rim; attribute vec4 a_id; attribute vec2 a_corner;
uniform mat3 u_matrix; uniform float u_sizeRatio; uniform float u_correctionRatio;
varying vec4 v_color; varying vec4 v_rim; varying vec2 v_at; varying float v_radius; varying float v_shape; varying float v_ring;
void main() {
  v_radius = a_size / u_sizeRatio;
  v_at = a_corner * (v_radius * 1.3 + a_ring + 1.0);
  gl_Position = vec4((u_matrix * vec3(a_position + v_at * 2.0 * u_correctionRatio, 1)).xy, 0, 1);
  v_shape = a_shape; v_ring = a_ring; v_rim = a_rim;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0; v_rim.a *= 255.0 / 254.0;
}`;

// Distance to the rim, in radii, below 0 inside; every shape is the meeting of half planes.
const NODE_FRAGMENT = `${PRECISION}
varying vec4 v_color; varying vec4 v_rim; varying vec2 v_at; varying float v_radius; varying float v_shape; varying float v_ring;
float rim(vec2 p) {
  vec2 q = abs(p);
  if (v_shape < 0.5) return length(p) - 1.0;
  if (v_shape < 1.5) return max(q.x, q.y) - 0.88;
  if (v_shape < 2.5) return (q.x + q.y - 1.2) * 0.7071;
  if (v_shape < 3.5) return max(q.y - 0.95, dot(q, vec2(0.866, 0.5)) - 0.95);
  if (v_shape < 4.5) return max(-p.y - 0.9, dot(vec2(q.x, p.y), vec2(0.872, 0.489)) - 0.5626);
  if (v_shape < 5.5) return max(max(q.x - 0.75, q.y - 1.0), dot(p, vec2(0.7071)) - 0.954);
  if (v_shape < 6.5) return length(p) - 1.0;
  if (v_shape < 7.5) return max(q.x - 1.15, q.y - 0.6);
  return max(-p.y - 0.9, max(dot(vec2(q.x, -p.y), vec2(0.952, 0.307)) - 0.895, dot(vec2(q.x, p.y), vec2(0.586, 0.81)) - 0.891));
}
void main() {
  float off = rim(v_at / v_radius) * v_radius;
  #ifdef PICKING_MODE
  if (off > v_ring) discard;
  gl_FragColor = v_color;
  #else
  bool hollow = v_shape > 5.5 && v_shape < 6.5;
  vec4 fill = hollow ? mix(v_color, vec4(v_rim.rgb, 1.0), smoothstep(-1.5, -2.5, off)) : v_color;
  if (hollow && v_ring > 2.0) fill = mix(v_color, vec4(0.5, 0.5, 0.5, 0.0), smoothstep(-1.5, -2.5, off));
  vec4 seen = mix(fill, v_rim, smoothstep(-0.5, 0.5, off));
  gl_FragColor = mix(seen, vec4(0.0), smoothstep(v_ring - 0.5, v_ring + 0.5, off));
  #endif
}`;

/** Attributes of a node: shape, rim (a colour), ring (its width in pixels), and sigma's x, y, size and color. */
export class ShapeProgram extends NodeProgram {
  getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: NODE_VERTEX,
      FRAGMENT_SHADER_SOURCE: NODE_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: ["u_matrix", "u_sizeRatio", "u_correctionRatio"],
      ATTRIBUTES: [number("a_position", 2), number("a_size"), number("a_shape"), number("a_ring"), colour("a_color"), colour("a_rim"), colour("a_id")],
      CONSTANT_ATTRIBUTES: [number("a_corner", 2)],
      CONSTANT_DATA: [[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]],
    };
  }

  processVisibleItem(id, start, data) {
    this.array.set([data.x, data.y, data.size, data.shape, data.ring, floatColor(data.color), floatColor(data.rim), id], start);
  }

  setUniforms({ matrix, sizeRatio, correctionRatio }, { gl, uniformLocations }) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
  }
}

// ---------------------------------------------------------------- lines

const PIECES = 14;

const EDGE_VERTEX = `${PRECISION}
attribute vec2 a_from; attribute vec2 a_to; attribute vec2 a_radii; attribute float a_bend; attribute float a_width;
attribute float a_dash; attribute vec4 a_color; attribute vec4 a_id; attribute vec3 a_piece;
uniform mat3 u_matrix; uniform float u_sizeRatio; uniform float u_correctionRatio; uniform float u_bend;
varying vec4 v_color; varying float v_along; varying float v_side; varying float v_half; varying float v_dash;
vec2 at(vec2 a, vec2 b, vec2 c, float t) { return (1.0 - t) * (1.0 - t) * a + 2.0 * t * (1.0 - t) * b + t * t * c; }
void main() {
  float pixel = 2.0 * u_correctionRatio;
  vec2 way = a_to - a_from;
  float span = max(length(way), pixel);
  vec2 unit = way / span;
  // y points up here, and down in the picture
  vec2 control = (a_from + a_to) / 2.0 + vec2(unit.y, -unit.x) * a_bend * u_bend * pixel;
  float pixels = span / pixel;
  float first = min(0.45, (a_radii.x / u_sizeRatio + 1.0) / pixels);
  float last = max(0.55, 1.0 - (a_radii.y / u_sizeRatio + 2.0) / pixels);
  float neck = max(first, last - 7.5 / pixels);
  bool head = a_piece.z > 0.5;
  float t = head ? mix(neck, last, a_piece.x) : mix(first, neck, a_piece.x);
  vec2 here = at(a_from, control, a_to, t);
  vec2 along = normalize(at(a_from, control, a_to, min(t + 0.01, 1.0)) - at(a_from, control, a_to, max(t - 0.01, 0.0)));
  float half_ = a_width / 2.0;
  #ifdef PICKING_MODE
  half_ += 4.0;
  #endif
  float reach = head ? (1.0 - a_piece.x) * 3.4 * max(1.0, a_width * 0.6) : half_ + 0.7;
  vec2 place = here + vec2(-along.y, along.x) * a_piece.y * reach * pixel;
  gl_Position = vec4((u_matrix * vec3(place, 1)).xy, 0, 1);
  v_along = t * pixels; v_side = a_piece.y * (half_ + 0.7); v_half = head ? 1000.0 : half_; v_dash = head ? 0.0 : a_dash;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

const EDGE_FRAGMENT = `${PRECISION}
varying vec4 v_color; varying float v_along; varying float v_side; varying float v_half; varying float v_dash;
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  if (v_dash > 0.5 && mod(v_along, 9.0) > 5.0) discard;
  gl_FragColor = mix(v_color, vec4(0.0), smoothstep(v_half - 0.3, v_half + 0.7, abs(v_side)));
  #endif
}`;

/** Attributes of an edge: bend (steps aside), dash (0 or 1), and sigma's size and color. */
export class LineProgram extends EdgeProgram {
  getDefinition() {
    return {
      VERTICES: 6 * PIECES + 3,
      VERTEX_SHADER_SOURCE: EDGE_VERTEX,
      FRAGMENT_SHADER_SOURCE: EDGE_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS: ["u_matrix", "u_sizeRatio", "u_correctionRatio", "u_bend"],
      ATTRIBUTES: [number("a_from", 2), number("a_to", 2), number("a_radii", 2), number("a_bend"), number("a_width"), number("a_dash"), colour("a_color"), colour("a_id")],
      CONSTANT_ATTRIBUTES: [number("a_piece", 3)],
      CONSTANT_DATA: [...strip(), [0, -1, 1], [0, 1, 1], [1, 0, 1]],
    };
  }

  processVisibleItem(id, start, source, target, data) {
    const ends = [source.x, source.y, target.x, target.y, source.size, target.size];
    this.array.set([...ends, data.bend, data.size, data.dash, floatColor(data.color), id], start);
  }

  setUniforms({ matrix, sizeRatio, correctionRatio }, { gl, uniformLocations }) {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_correctionRatio, correctionRatio);
    gl.uniform1f(uniformLocations.u_bend, this.renderer.bend ?? 0);
  }
}

/** The triangles of a band along the line: share of the way, side, and 0 for "no head". */
function strip() {
  return Array.from({ length: PIECES }, (_, piece) => {
    const [a, b] = [piece / PIECES, (piece + 1) / PIECES];
    return [[a, -1, 0], [a, 1, 0], [b, -1, 0], [b, -1, 0], [a, 1, 0], [b, 1, 0]];
  }).flat();
}
