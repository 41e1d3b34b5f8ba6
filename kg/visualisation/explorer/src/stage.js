// Where the picture is seen: sigma's WebGL with the labels on a canvas above it, or SVG where there is no WebGL.
// Both stages have the same methods: show, recolour, hold, project, fit, zoom, reveal, resize, takeColours.

import Graph from "graphology";
import Sigma from "sigma";

import { coloursOf, edgeColour, nodeColour, paintLabels, svg } from "./paint.js";
import { LineProgram, SHAPES, ShapeProgram } from "./programs.js";
import { bendAt, compose, scaleAt, unlabelled } from "./scene.js";

const MARGIN = 30;
/** The length that sigma's camera calls 1, in pixels of the picture. */
const SPAN = 1000;
const [NEAREST, FARTHEST] = [6, 0.04];

/** Whether the browser can draw by WebGL. */
export function hasWebGL() {
  try {
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("webgl2");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return Boolean(context);
  } catch {
    return false;
  }
}

/** `on` has select(thing), selectFact(fact), clear(), open(thing), hover(thing or -1, fact or -1), dropped(). */
export class SigmaStage {
  constructor(container, picture, look, on) {
    Object.assign(this, { container, picture, look, on });
    this.graph = new Graph({ type: "directed", multi: true });
    this.colours = coloursOf(picture.model.classes);
    this.sigma = new Sigma(this.graph, container, {
      allowInvalidContainer: true, renderLabels: false, enableEdgeEvents: true, zIndex: true, stagePadding: 0,
      defaultNodeType: "shape", defaultEdgeType: "line", defaultDrawNodeHover: () => {},
      nodeProgramClasses: { shape: ShapeProgram }, edgeProgramClasses: { line: LineProgram }, nodeHoverProgramClasses: {},
      zoomToSizeRatioFunction: (ratio) => 1 / scaleAt(this.zoomAt(ratio)),
      doubleClickZoomingRatio: 1.6, inertiaRatio: 1, inertiaDuration: 0,
    });
    this.sigma.setCustomBBox({ x: [-SPAN / 2, SPAN / 2], y: [-SPAN / 2, SPAN / 2] });
    this.sigma.refresh(); // with nothing to draw yet: so that places are projected by this box from the start
    this.labels = this.sigma.createCanvas("names", { beforeLayer: "mouse", style: { pointerEvents: "none" } });
    this.sigma.on("beforeRender", () => this.#limits());
    this.sigma.on("afterRender", () => this.#paintLabels());
    this.#listen();
  }

  /** Pixels of the screen for one of the picture, at a ratio of the camera. */
  zoomAt(ratio) {
    const { width, height } = this.container.getBoundingClientRect();
    return Math.max(Math.min(width, height), 1) / SPAN / ratio;
  }

  get zoomLevel() {
    return this.zoomAt(this.sigma.getCamera().getState().ratio);
  }

  #limits() {
    this.sigma.bend = bendAt(this.zoomLevel);
  }

  #listen() {
    const { sigma, on } = this;
    sigma.on("clickNode", ({ node }) => !this.dragged && on.select(Number(node)));
    sigma.on("doubleClickNode", (event) => {
      event.preventSigmaDefault();
      on.open(Number(event.node));
    });
    sigma.on("clickEdge", ({ edge }) => on.selectFact(Number(edge)));
    sigma.on("clickStage", () => on.clear());
    sigma.on("enterNode", ({ node }) => this.#hover(Number(node), -1));
    sigma.on("leaveNode", () => this.#hover(-1, -1));
    sigma.on("enterEdge", ({ edge }) => this.#hover(-1, Number(edge)));
    sigma.on("leaveEdge", () => this.#hover(-1, -1));
    sigma.on("downNode", ({ node }) => Object.assign(this, { held: Number(node), dragged: false }));
    sigma.on("moveBody", (payload) => this.#drag(payload));
    for (const captor of [sigma.getMouseCaptor(), sigma.getTouchCaptor()]) {
      for (const event of ["mouseup", "touchup"]) captor.on(event, () => this.#drop());
    }
  }

  #hover(thing, fact) {
    this.container.classList.toggle("pointing", thing >= 0 || fact >= 0);
    this.on.hover(thing, fact);
  }

  #drag({ event, preventSigmaDefault }) {
    if (this.held === undefined) return;
    preventSigmaDefault();
    event.original.preventDefault();
    const { x, y } = this.sigma.viewportToGraph(event);
    this.dragged = true;
    this.picture.pin(this.held, { x, y: -y });
    this.graph.mergeNodeAttributes(String(this.held), { x, y });
  }

  #drop() {
    if (this.held !== undefined && this.dragged) this.on.dropped();
    this.held = undefined;
    setTimeout(() => {
      this.dragged = false;
    });
  }

  // ---------------------------------------------------------------- drawing

  /** Bring the picture to the screen as it is now. */
  show() {
    const { graph, picture } = this;
    const things = new Set(picture.things.map(String));
    const facts = new Set(picture.edges.map(({ fact }) => String(fact)));
    for (const edge of graph.edges()) if (!facts.has(edge)) graph.dropEdge(edge);
    for (const node of graph.nodes()) if (!things.has(node)) graph.dropNode(node);
    for (const thing of picture.things) {
      const { x, y } = picture.at.get(thing);
      graph.mergeNode(String(thing), { x, y: -y, size: picture.shape(thing).radius });
    }
    this.recolour();
  }

  /** Draw what is selected, focused and lit now. */
  recolour() {
    const { graph, picture, colours } = this;
    const scene = unlabelled(picture, this.look(), (thing) => this.project(thing), this.zoomLevel);
    for (const node of scene.nodes) graph.mergeNodeAttributes(String(node.thing), this.#nodeLook(node));
    for (const edge of scene.edges) {
      const look = { color: edgeColour(edge, colours), size: edge.lit ? 2.2 : 1.3, bend: edge.bend, dash: Number(edge.dashed), zIndex: Number(edge.lit) };
      const [source, target] = [picture.model.subject[edge.fact], picture.model.object[edge.fact]];
      graph.mergeEdgeWithKey(String(edge.fact), String(source), String(target), look);
    }
    if (!this.waiting) this.sigma.refresh();
  }

  /** Several changes, and then one drawing. */
  hold(change) {
    this.waiting = true;
    change();
    this.waiting = false;
    this.sigma.refresh();
  }

  #nodeLook(node) {
    const { colours } = this;
    const chosen = node.selected || node.focused;
    return {
      color: nodeColour(node, colours), shape: SHAPES[node.class.id] ?? SHAPES.Other,
      rim: chosen ? colours.focus : colours.ground, ring: chosen ? 3.5 : 1.2, zIndex: Number(!node.dim) + Number(chosen),
    };
  }

  scene() {
    const { width, height } = this.sigma.getDimensions();
    return compose(this.picture, this.look(), (thing) => this.project(thing), this.zoomLevel, [2, 2, width - 2, height - 2]);
  }

  #paintLabels() {
    const { width, height } = this.sigma.getDimensions();
    const density = window.devicePixelRatio || 1;
    if (this.labels.width !== width * density || this.labels.height !== height * density) {
      Object.assign(this.labels, { width: width * density, height: height * density });
      Object.assign(this.labels.style, { width: `${width}px`, height: `${height}px` });
    }
    const context = this.labels.getContext("2d");
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    paintLabels(context, this.scene(), this.colours);
  }

  /** Take the colours that are in force now; `show` draws with them. */
  takeColours() {
    this.colours = coloursOf(this.picture.model.classes);
  }

  // ---------------------------------------------------------------- camera

  project(thing) {
    const { x, y } = this.picture.at.get(thing);
    // What was not drawn yet is projected by where the camera is, not by where it was.
    const at = this.sigma.graphToViewport({ x, y: -y }, this.waiting ? { cameraState: this.sigma.getCamera().getState() } : {});
    return [at.x, at.y];
  }

  /** Let things fill the stage, not larger than their own size and a bit. */
  fit(things = this.picture.things) {
    const { left, right, top, bottom } = this.picture.frame(things);
    if (!(left < right)) return;
    const { width, height } = this.container.getBoundingClientRect();
    const zoom = Math.min((width - 2 * MARGIN) / (right - left), (height - 2 * MARGIN) / (bottom - top), 1.25);
    this.#look((left + right) / 2, (top + bottom) / 2, Math.max(zoom, FARTHEST));
  }

  #look(x, y, zoom) {
    this.sigma.getCamera().setState({ x: 0.5 + x / SPAN, y: 0.5 - y / SPAN, ratio: this.zoomAt(1) / zoom, angle: 0 });
  }

  zoom(factor) {
    const camera = this.sigma.getCamera();
    const wanted = Math.min(NEAREST, Math.max(FARTHEST, this.zoomLevel * factor));
    camera.setState({ ratio: this.zoomAt(1) / wanted });
  }

  /** Bring a thing into view where it is not. */
  reveal(thing) {
    const [x, y] = this.project(thing);
    const { width, height } = this.container.getBoundingClientRect();
    const inside = x > 60 && y > 50 && x < width - 60 && y < height - 60;
    const at = this.picture.at.get(thing);
    if (!inside || this.zoomLevel < 0.5) this.#look(at.x, at.y, Math.max(this.zoomLevel, 0.9));
  }

  resize() {
    const { width, height } = this.sigma.getDimensions();
    const { offsetWidth, offsetHeight } = this.container;
    if (width === offsetWidth && height === offsetHeight) return;
    this.sigma.resize();
    this.sigma.refresh();
  }
}

/** The same without WebGL: the whole picture as SVG, which fills the stage. */
export class SvgStage {
  constructor(container, picture, look, on) {
    Object.assign(this, { container, picture, look, on });
    this.colours = coloursOf(picture.model.classes);
    this.page = container.appendChild(document.createElement("div"));
    this.page.className = "drawn";
    this.page.addEventListener("click", ({ target }) => {
      const thing = target.closest("[data-thing]");
      const fact = target.closest("[data-fact]");
      if (thing) on.select(Number(thing.dataset.thing));
      else if (fact) on.selectFact(Number(fact.dataset.fact));
      else on.clear();
    });
    this.page.addEventListener("dblclick", ({ target }) => {
      const thing = target.closest("[data-thing]");
      if (thing) on.open(Number(thing.dataset.thing));
    });
    this.level = 1;
  }

  get zoomLevel() {
    return this.level;
  }

  show() {
    this.recolour();
  }

  hold(change) {
    this.waiting = true;
    change();
    this.waiting = false;
    this.recolour();
  }

  recolour() {
    if (this.waiting) return undefined;
    const { left, right, top, bottom } = this.picture.frame();
    if (!(left < right)) return this.page.replaceChildren();
    const size = { width: (right - left + 2 * MARGIN) * this.level, height: (bottom - top + 2 * MARGIN) * this.level };
    const drawn = svg(this.scene(), this.colours, { ...size, title: this.picture.model.title });
    const parsed = new DOMParser().parseFromString(drawn, "image/svg+xml").documentElement;
    return this.page.replaceChildren(parsed);
  }

  scene() {
    return compose(this.picture, this.look(), (thing) => this.project(thing), this.level);
  }

  takeColours() {
    this.colours = coloursOf(this.picture.model.classes);
  }

  project(thing) {
    const { left, top } = this.picture.frame();
    const { x, y } = this.picture.at.get(thing);
    return [(x - left + MARGIN) * this.level, (y - top + MARGIN) * this.level];
  }

  fit() {
    const { left, right, top, bottom } = this.picture.frame();
    const { width, height } = this.container.getBoundingClientRect();
    this.level = Math.min(width / (right - left + 2 * MARGIN), height / (bottom - top + 2 * MARGIN), 1.25) || 1;
    this.recolour();
  }

  zoom(factor) {
    this.level = Math.min(NEAREST, Math.max(FARTHEST, this.level * factor));
    this.recolour();
  }

  reveal(thing) {
    const [x, y] = this.project(thing);
    const { clientWidth, clientHeight } = this.page;
    this.page.scrollTo(x - clientWidth / 2, y - clientHeight / 2);
  }

  resize() {
    this.recolour();
  }
}
