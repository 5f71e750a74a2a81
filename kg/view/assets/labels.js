// Names on the map, of one size at every zoom: the busiest first, each only where it covers no other.

const LINE_CHARACTERS = 24, MAX_LINES = 2, MAX_LABELS = 160, HALO_PX = 3.5;

const measured = new Map(); // text and font -> width in pixels

function widthOf(context, text, font) {
  const key = font + text;
  let width = measured.get(key);
  if (width === undefined) {
    context.font = font;
    measured.set(key, width = context.measureText(text).width);
  }
  return width;
}

/** A name in at most two lines, cut at words; what is left out shows as an ellipsis. */
function toLines(name) {
  const lines = [""];
  for (const word of name.split(/\s+/)) {
    const line = lines[lines.length - 1];
    if (line && line.length + word.length + 1 > LINE_CHARACTERS) {
      if (lines.length === MAX_LINES) { lines[lines.length - 1] = `${line}…`; return lines; }
      lines.push(word);
    } else {
      lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
  }
  return lines.map(line => line.length > 1.5 * LINE_CHARACTERS ? `${line.slice(0, LINE_CHARACTERS)}…` : line);
}
for (const node of nodes) node.lines = toLines(node.label);

/** Boxes that are taken, in pixels, found by the cells that they touch. */
class Taken {
  constructor() { this.cells = new Map(); }
  * keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / 80); x <= Math.floor(right / 80); x++) {
      for (let y = Math.floor(top / 40); y <= Math.floor(bottom / 40); y++) yield `${x}:${y}`;
    }
  }
  isFree(box) {
    for (const key of this.keys(box)) {
      for (const one of this.cells.get(key) || []) {
        if (box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1]) return false;
      }
    }
    return true;
  }
  add(box) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
}

function fontOf(node) {
  if (classes[node.class].small) return ["italic 11.5px", 14];
  return node.degree >= 8 ? ["600 14px", 17] : ["12.5px", 15];
}

/** Draws text centred at a point, its first line starting there; false where another text stands. */
function drawText(context, lines, place, [size, height], options) {
  const { taken, scale, colour, offset = 0, forced = false } = options;
  const font = `${size} ${theme.sans}`;
  const width = Math.max(...lines.map(line => widthOf(context, line, font)));
  const x = place.x * scale, top = place.y * scale + offset;
  const box = [x - width / 2 - 2, top, x + width / 2 + 2, top + lines.length * height];
  if (!forced && !taken.isFree(box)) return false;
  taken.add(box);
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  context.lineWidth = HALO_PX;
  context.strokeStyle = theme.ground;
  context.fillStyle = colour;
  lines.forEach((line, index) => {
    context.strokeText(line, x, top + index * height + 1);
    context.fillText(line, x, top + index * height + 1);
  });
  context.restore();
  return true;
}

function drawName(context, node, options) {
  const offset = sizeOf(node) * options.scale + 2;
  return drawText(context, node.lines, placeOf(node), fontOf(node), { ...options, offset, colour: theme.text });
}

function drawWords(context, tie, options) {
  const line = network.body.edges[tie.index];
  if (!line) return;
  const words = predicates[tie.predicate].words, stance = stances[tie.stance].id;
  const marks = { denied: "✕ ", disputed: "≠ ", planned: "", possible: "" };
  const suffix = stance === "planned" || stance === "possible" ? ` (${stance})` : "";
  const colour = stance === "denied" || stance === "disputed" ? theme.denied : theme.quiet;
  drawText(context, [(marks[stance] || "") + words + suffix], line.edgeType.getPoint(0.5), ["11.5px", 13],
    { ...options, offset: -6, colour });
}

function addNode(taken, node, scale) {
  const place = placeOf(node), size = sizeOf(node) * scale * 0.8;
  if (size > 3) taken.add([place.x * scale - size, place.y * scale - size, place.x * scale + size, place.y * scale + size]);
}

function drawLabels(context) {
  const view = viewport(), scale = network.getScale(), taken = new Taken(), options = { taken, scale };
  const chosen = selected ? [...focusNodes()].map(index => nodes[index]) : visible.nodes;
  if (hovered && hovered.node) drawName(context, hovered.node, { ...options, forced: true });
  if (selected && selected.node) drawName(context, selected.node, { ...options, forced: true });
  let drawn = 0;
  for (const node of selected ? chosen.sort((a, b) => b.degree - a.degree) : chosen) {
    if (drawn >= MAX_LABELS) break;
    if (node === hovered?.node || node === selected?.node || !isWithin(placeOf(node), view)) continue;
    if (!network.body.nodes[node.index]) continue;
    if (drawName(context, node, options)) drawn++;
    addNode(taken, node, scale); // lesser names and words keep clear of it
  }
  const contested = tie => ["denied", "disputed"].includes(stances[tie.stance].id);
  const lines = focusTies().sort((a, b) => contested(b) - contested(a));
  if (hovered && hovered.tie) lines.unshift(hovered.tie);
  for (const tie of lines.slice(0, 60)) drawWords(context, tie, options);
  // a denied or disputed tie says so even where it is not selected
  if (!selected && scale > 0.5) {
    for (const tie of visible.ties) {
      if (tie !== hovered?.tie && contested(tie)) drawWords(context, tie, options);
    }
  }
}
