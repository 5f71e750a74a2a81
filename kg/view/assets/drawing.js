// The canvas: vis-network draws nodes and ties where Python placed them; ours are the crowd, the veil, the picking.

const MAX_DRAWN = 600; // nodes that vis-network draws at a time: 10,000 pan at 41 to 51 fps without a GPU, at 1,500 with 18
const MAX_MOVING_TIES = 500; // more are left out while the map moves
const BACKDROP_PX = 2048;
const PICK_PX = 9; // how far beside a node a finger or a pointer may land

let selected = null; // { node } or { tie }
let hovered = null; // the same
let crowded = false; // whether there are more visible nodes than are drawn at a time
let theme = {};

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const read = name => style.getPropertyValue(name).trim();
  theme = { classes: classes.map((_, index) => read(`--class-${index}`)) };
  for (const name of ["ground", "text", "quiet", "tie", "denied", "disputed", "sans"]) theme[name] = read(`--${name}`);
}
readTheme();

let magnified = 1; // how much larger than at natural size nodes and lines are drawn, so that they are seen from afar

const sizeOf = node => node.size * magnified;

const toVisNode = node => ({
  id: node.index, size: sizeOf(node), shape: classes[node.class].shape,
  borderWidth: 1.5 * magnified,
  color: { background: theme.classes[node.class], border: theme.ground },
});
const toPlacedNode = node => ({ ...toVisNode(node), x: node.x, y: node.y });

const tieColour = tie => theme[stances[tie.stance].id] || theme.tie;

/** 0 is straight; then curves of either side, ever wider, so that ties between the same two stay apart. */
function toCurve(tie) {
  if (!tie.bend) return false;
  const turned = tie.bend % 2 ? "curvedCW" : "curvedCCW";
  return { enabled: true, type: turned, roundness: 0.12 + 0.1 * Math.floor((tie.bend - 1) / 2) };
}

const toVisTie = tie => ({
  id: tie.index, from: tie.from, to: tie.to, width: tie.width * magnified, smooth: toCurve(tie),
  dashes: stances[tie.stance].dashes.length ? stances[tie.stance].dashes : false,
  color: { color: tieColour(tie), inherit: false },
  arrows: tie.directed ? "to" : "",
});

const visNodes = new vis.DataSet(), visTies = new vis.DataSet();
const canvasHome = byId("net");
byId("board").hidden = false;
const network = window.network = new vis.Network(canvasHome, { nodes: visNodes, edges: visTies }, {
  autoResize: true,
  physics: false,
  layout: { improvedLayout: false },
  nodes: { borderWidth: 1.5, chosen: false, font: { size: 0 } },
  edges: { arrows: { to: { scaleFactor: 0.45 } }, arrowStrikethrough: false, chosen: false, font: { size: 0 } },
  interaction: { hover: false, keyboard: false, selectable: false, tooltipDelay: 1e8, zoomSpeed: 0.6 },
});
network.canvas.frame.canvas.setAttribute("aria-hidden", "true");
network.canvas.frame.tabIndex = -1; // what surrounds it takes the focus, and has a name

const placeOf = node => network.body.nodes[node.index] || node;

/** The part of the map that can be seen, in its own coordinates. */
function viewport() {
  const low = network.DOMtoCanvas({ x: 0, y: 0 });
  const high = network.DOMtoCanvas({ x: canvasHome.clientWidth, y: canvasHome.clientHeight });
  return { left: low.x, top: low.y, right: high.x, bottom: high.y };
}

const isWithin = (place, view, margin = 0) => place.x > view.left - margin && place.x < view.right + margin
  && place.y > view.top - margin && place.y < view.bottom + margin;

/** The nodes that vis-network draws now: all, or of a crowd the busiest in sight and what is selected. */
function chooseNodes() {
  crowded = visible.nodes.length > MAX_DRAWN;
  if (!crowded) return new Set(visible.nodes.map(node => node.index));
  const view = viewport(), chosen = new Set(focusNodes());
  for (const node of visible.nodes) {
    if (chosen.size >= MAX_DRAWN) break;
    if (isWithin(node, view)) chosen.add(node.index);
  }
  return chosen;
}

function updateDrawing() {
  const wanted = chooseNodes();
  const wantedTies = new Set();
  for (const tie of visible.ties) if (wanted.has(tie.from) && wanted.has(tie.to)) wantedTies.add(tie.index);
  visTies.remove(visTies.getIds().filter(id => !wantedTies.has(id)));
  visNodes.remove(visNodes.getIds().filter(id => !wanted.has(id)));
  visNodes.add([...wanted].filter(id => !visNodes.get(id)).map(id => toPlacedNode(nodes[id])));
  visTies.add([...wantedTies].filter(id => !visTies.get(id)).map(id => toVisTie(ties[id])));
  const heavy = wantedTies.size > MAX_MOVING_TIES;
  if (heavy !== lightened) {
    lightened = heavy;
    network.setOptions({ interaction: { hideEdgesOnDrag: heavy, hideEdgesOnZoom: heavy } });
  }
  const names = plural(visible.nodes.length, "name"), hint = crowded ? `, ${wanted.size.toLocaleString("en")} in full` : "";
  byId("status").textContent = `${names}, ${plural(visible.ties.length, "tie")} shown${hint}`;
}

/** Restyles what is drawn, at the places to which a person may have moved it. */
function restyle() {
  visNodes.update(visNodes.getIds().map(id => toVisNode(nodes[id])));
  visTies.update(visTies.getIds().map(id => toVisTie(ties[id])));
}

let lightened = false; // whether ties are left out while the map moves
let settling = 0;
function settle() {
  const steps = Math.max(0, Math.min(visible.nodes.length > 300 ? 3 : 6, Math.round(5 * Math.log2(0.95 / network.getScale()) / 2)));
  const wanted = 1.25 ** steps;
  if (wanted !== magnified) { magnified = wanted; restyle(); }
  if (crowded) updateDrawing();
}
function settleSoon() {
  clearTimeout(settling);
  settling = setTimeout(settle, 140);
}
network.on("zoom", settleSoon);
network.on("dragEnd", settleSoon);

/** All visible ties of a crowd as one faint picture, made once for every choice of filters and theme. */
let backdrop = null;
function paintBackdrop() {
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const { x, y } of visible.nodes) {
    left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y);
  }
  const scale = BACKDROP_PX / Math.max(right - left, bottom - top, 1);
  const image = make("canvas", { width: (right - left) * scale + 1, height: (bottom - top) * scale + 1 });
  const context = image.getContext("2d");
  context.strokeStyle = theme.tie;
  context.globalAlpha = Math.max(0.08, Math.min(0.5, 1500 / visible.ties.length));
  context.beginPath();
  for (const tie of visible.ties) {
    const from = nodes[tie.from], to = nodes[tie.to];
    context.moveTo((from.x - left) * scale, (from.y - top) * scale);
    context.lineTo((to.x - left) * scale, (to.y - top) * scale);
  }
  context.stroke();
  backdrop = { image, left, top, width: image.width / scale, height: image.height / scale };
}

// Nodes of a crowd that wait for their turn are dots. The ground is painted, since a veil over nothing gets another hue.
network.on("beforeDrawing", context => {
  const sight = viewport();
  context.fillStyle = theme.ground;
  context.fillRect(sight.left, sight.top, sight.right - sight.left, sight.bottom - sight.top);
  if (!crowded) return;
  if (!backdrop) paintBackdrop();
  context.drawImage(backdrop.image, backdrop.left, backdrop.top, backdrop.width, backdrop.height);
  const scale = network.getScale();
  context.globalAlpha = 0.55;
  const size = Math.max(3 / scale, 5);
  for (let index = 0; index < classes.length; index++) {
    context.fillStyle = theme.classes[index];
    context.beginPath();
    for (const node of visible.nodes) {
      if (node.class !== index || network.body.nodes[node.index] || !isWithin(node, sight)) continue;
      context.rect(node.x - size / 2, node.y - size / 2, size, size);
    }
    context.fill();
  }
  context.globalAlpha = 1;
});

/** The ties and the nodes around what is selected. */
function focusTies() {
  if (!selected) return [];
  return selected.tie ? [selected.tie] : selected.node.ties.filter(isTieShown);
}
function focusNodes() {
  const found = new Set(selected && selected.node ? [selected.node.index] : []);
  for (const tie of focusTies()) found.add(tie.from).add(tie.to);
  return found;
}

// What is selected stands out: the rest goes behind a veil, and the selected part is drawn once more in front of it.
network.on("afterDrawing", context => {
  if (selected) {
    const view = viewport();
    context.globalAlpha = 0.82;
    context.fillStyle = theme.ground;
    context.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
    context.globalAlpha = 1;
    const lines = focusTies().flatMap(tie => network.body.edges[tie.index] || []);
    for (const line of lines) line.draw(context);
    for (const line of lines) line.drawArrows(context);
    for (const index of focusNodes()) network.body.nodes[index]?.draw(context);
    if (selected.node) drawRing(context, selected.node);
  }
  drawLabels(context);
});

function drawRing(context, node) {
  const place = placeOf(node), scale = network.getScale();
  context.beginPath();
  context.arc(place.x, place.y, sizeOf(node) + 4 / scale, 0, 2 * Math.PI);
  context.lineWidth = 2 / scale;
  context.strokeStyle = theme.text;
  context.stroke();
}

/** What is under a point of the canvas, nodes before ties; null for nothing. */
function pick(point) {
  const at = network.DOMtoCanvas(point), reach = PICK_PX / network.getScale();
  let best = null, nearest = Infinity;
  const inFocus = selected && focusNodes();
  for (const node of visible.nodes) {
    const place = placeOf(node), distance = Math.hypot(place.x - at.x, place.y - at.y) - sizeOf(node);
    if (distance > reach) continue;
    const rank = distance - (inFocus && inFocus.has(node.index) ? 1e6 : 0);
    if (rank < nearest) { nearest = rank; best = node; }
  }
  if (best) return { node: best };
  const id = network.getEdgeAt(point);
  return id === undefined ? null : { tie: ties[id] };
}

const motion = matchMedia("(prefers-reduced-motion: reduce)");
const gently = () => motion.matches ? false : { duration: 350, easingFunction: "easeInOutQuad" };

/** Shows all of these nodes, with room for their names, at most at natural size. */
function fitTo(list, animated = true) {
  if (!list.length) return;
  let left = Infinity, right = -Infinity, top = Infinity, bottom = -Infinity;
  for (const node of list) {
    left = Math.min(left, node.x - node.size); right = Math.max(right, node.x + node.size);
    top = Math.min(top, node.y - node.size); bottom = Math.max(bottom, node.y + node.size);
  }
  const margin = Math.min(130, canvasHome.clientWidth / 5);
  // names stand out by up to half their width, and below
  const scale = Math.min((canvasHome.clientWidth - margin) / (right - left), (canvasHome.clientHeight - 60) / (bottom - top), 1.25);
  const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  network.moveTo({ position, scale, animation: animated && gently() });
  animated ? setTimeout(settle, 400) : settle();
}

/** Moves the map only as far as needed for the selected part to be seen well. */
function moveToSelection() {
  const list = [...focusNodes()].map(index => nodes[index]);
  if (crowded) updateDrawing();
  const view = viewport(), scale = network.getScale();
  if (scale > 0.55 && list.every(node => isWithin(placeOf(node), view, -20 / scale))) return network.redraw();
  fitTo(list);
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readTheme();
  backdrop = null;
  restyle();
  network.redraw();
});
