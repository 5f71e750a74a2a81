// The data, what of it is shown, and how elements are made: whatever a label says reaches the page as text.

const byId = id => document.getElementById(id);

/** An element with these properties and children; strings become text nodes, never markup. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value; else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

async function readData() {
  const holder = byId("data");
  let text = holder.textContent;
  if (holder.dataset.packing === "gzip") {
    const bytes = Uint8Array.from(atob(text), character => character.charCodeAt(0));
    text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }
  holder.remove();
  return JSON.parse(text);
}

const { nodes, ties, articles, classes, predicates, stances } = await readData();
nodes.forEach((node, index) => { node.index = index; node.ties = []; node.degree = 0; });
ties.forEach((tie, index) => {
  tie.index = index;
  nodes[tie.from].ties.push(tie);
  nodes[tie.to].ties.push(tie);
});

/** What the filters let through, by position in `classes`, `predicates`, `stances`. */
const shown = {
  classes: new Set(classes.flatMap((cls, index) => cls.shown ? [index] : [])),
  predicates: new Set(predicates.keys()),
  stances: new Set(stances.keys()),
};
// where only what is off by default has anything to show, it is on
if (!ties.some(tie => shown.classes.has(nodes[tie.from].class) && shown.classes.has(nodes[tie.to].class))) {
  classes.forEach((_, index) => shown.classes.add(index));
}

/** The ties and nodes that pass the filters; a node without a tie that does is not drawn. */
const visible = { ties: [], nodes: [] };

function isTieShown(tie) {
  return shown.predicates.has(tie.predicate) && shown.stances.has(tie.stance)
    && shown.classes.has(nodes[tie.from].class) && shown.classes.has(nodes[tie.to].class);
}

function applyFilters() {
  for (const node of nodes) node.degree = 0;
  visible.ties = ties.filter(isTieShown);
  for (const tie of visible.ties) { nodes[tie.from].degree++; nodes[tie.to].degree++; }
  // the busiest first: they are drawn, labelled and offered before the others
  visible.nodes = nodes.filter(node => node.degree > 0).sort((a, b) => b.degree - a.degree || a.index - b.index);
}
applyFilters();

/** Turns on whatever hides a node or a tie, so that a link to it never leads nowhere; true if anything changed. */
function reveal(node, tie) {
  const before = shown.classes.size + shown.predicates.size + shown.stances.size;
  if (node && !(shown.classes.has(node.class) && node.ties.some(isTieShown))) {
    shown.classes.add(node.class);
    if (!node.ties.some(isTieShown)) tie = node.ties[0];
  }
  if (tie) {
    shown.predicates.add(tie.predicate);
    shown.stances.add(tie.stance);
    shown.classes.add(nodes[tie.from].class).add(nodes[tie.to].class);
  }
  return before !== shown.classes.size + shown.predicates.size + shown.stances.size;
}

const other = (tie, node) => nodes[tie.from === node.index ? tie.to : tie.from];
const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
const classColour = index => `var(--class-${index})`;

/** An address that can only open a page, or null: the page was made from such alone, and checks again. */
function safeLink(address) {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch { return null; }
}
