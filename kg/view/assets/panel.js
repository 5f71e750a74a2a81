// The panel: what is said about the selected node or tie, each claim with its sentence and its article.

const MAX_TIES = 40; // shown at once; the rest on demand
const panel = byId("panel");
const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  dot: "M7 1a6 6 0 1 0 0 12a6 6 0 1 0 0-12z", square: "M2 2h10v10h-10z", diamond: "M7 .5L13.5 7L7 13.5L.5 7z",
  triangle: "M7 1.5L13 12.5H1z", triangleDown: "M7 12.5L13 1.5H1z", hexagon: "M3.7 1.5h6.6L13.6 7l-3.3 5.5H3.7L.4 7z",
  star: "M7 .5l1.9 4.2 4.6.5-3.4 3.1.9 4.6L7 10.6l-4 2.3.9-4.6L.5 5.2l4.6-.5z",
};

function drawIcon(className, viewBox, attributes) {
  const icon = document.createElementNS(SVG, "svg"), path = document.createElementNS(SVG, "path");
  icon.setAttribute("viewBox", viewBox);
  icon.setAttribute("class", className);
  icon.setAttribute("aria-hidden", "true");
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  icon.append(path);
  return icon;
}

function makeSwatch(index) {
  const swatch = drawIcon("swatch", "0 0 14 14", { d: SHAPES[classes[index].shape] || SHAPES.dot, fill: "currentColor" });
  swatch.style.color = classColour(index);
  return swatch;
}

const isolate = text => make("bdi", {}, text);
const makeChip = (stance, words) => make("span", { className: "chip", "data-stance": stances[stance].id }, words || stances[stance].id);
const nameButton = node => make("button", { type: "button", className: "plain", onclick: () => select({ node }, true) }, isolate(node.label));

/** "Anthropic develops Claude", with buttons for all ends but the one that the panel is about. */
function makeLine(tie, about) {
  const end = index => nodes[index] === about ? make("b", {}, isolate(nodes[index].label)) : nameButton(nodes[index]);
  const line = make("p", { className: "line" }, end(tie.from), " ",
    make("span", { className: "words" }, predicates[tie.predicate].words), " ", end(tie.to));
  if (stances[tie.stance].id !== "fact") line.append(" ", makeChip(tie.stance));
  const count = new Set(tie.edges.map(edge => edge.article)).size;
  if (count > 1) line.append(" ", make("small", {}, `${count} articles`));
  return line;
}

/** The evidence as a mark in which the names of both ends stand out. */
function markEvidence(quote, tie) {
  const names = [tie.from, tie.to].flatMap(index => [nodes[index].label, ...nodes[index].names]);
  const escaped = names.filter(name => name.length > 1).sort((a, b) => b.length - a.length)
    .map(name => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const mark = make("mark");
  if (!escaped.length) return make("mark", {}, quote);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(${escaped.join("|")})(?![\\p{L}\\p{N}])`, "u");
  quote.split(pattern).forEach((part, index) => mark.append(index % 2 ? make("b", {}, part) : part));
  return mark;
}

const DAYS = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function makeDate(date) {
  const moment = new Date(`${date}T00:00:00Z`);
  return make("time", { dateTime: date }, Number.isNaN(moment.getTime()) ? date : DAYS.format(moment));
}

function makeCitation(edge) {
  const { title, url, date, publisher } = articles[edge.article], link = safeLink(url);
  const cite = make("p", { className: "cite" }, link
    ? make("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, isolate(title))
    : make("span", { className: "title" }, isolate(title)));
  if (publisher) cite.append(" · ", isolate(publisher));
  if (date) cite.append(" · ", makeDate(date));
  const percent = `${Math.round(100 * edge.confidence)}%`;
  cite.append(" · ", make("span", { className: "sure", title: "How sure the program is to have read this rightly" },
    make("meter", { min: 0, max: 1, value: edge.confidence, "aria-label": "confidence" }), ` ${percent}`));
  return cite;
}

function makeClaim(edge, tie) {
  const claim = make("div", { className: "claim", "data-stance": stances[edge.stance].id });
  const said = make("p", { className: "said" });
  if (edge.stance !== tie.stance) said.append(makeChip(edge.stance), " ");
  if (edge.modality === "Conditional") said.append("on a condition ");
  if (edge.role) said.append("as ", isolate(edge.role), " ");
  if (edge.speaker) said.append("according to ", edge.by >= 0 ? nameButton(nodes[edge.by]) : isolate(edge.speaker));
  if (said.childNodes.length) claim.append(said);
  const context = text => text.trim() ? make("span", { className: "context" }, text) : text;
  claim.append(make("blockquote", {}, context(edge.before), markEvidence(edge.quote, tie), context(edge.after)));
  claim.append(makeCitation(edge));
  return claim;
}

function makeTie(tie, about) {
  const [first, ...others] = tie.edges;
  const box = make("section", { className: "tie" }, makeLine(tie, about), makeClaim(first, tie));
  if (others.length) {
    const rest = make("details", { className: "others" }, make("summary", {}, `${plural(others.length, "more passage")}`));
    rest.addEventListener("toggle", () => {
      if (rest.open && rest.childElementCount === 1) rest.append(...others.map(edge => makeClaim(edge, tie)));
    });
    box.append(rest);
  }
  return box;
}

function makeTools(iri) {
  const copied = make("button", { type: "button", className: "plain" }, "Link");
  copied.title = "Copy a link to this";
  copied.onclick = async () => {
    try { await navigator.clipboard.writeText(location.href.split("#")[0] + toFragment(iri)); copied.textContent = "Copied"; }
    catch { copied.textContent = "See the address bar"; }
  };
  return make("div", { className: "tools" }, copied,
    make("button", { type: "button", className: "plain", onclick: () => select(null) }, "Close"));
}

function addTies(list, about) {
  const next = list.slice(MAX_TIES);
  panel.append(...list.slice(0, MAX_TIES).map(tie => makeTie(tie, about)));
  if (!next.length) return;
  const more = make("button", { type: "button", className: "plain" }, `Show ${next.length} more`);
  more.onclick = () => { more.remove(); addTies(next, about); };
  panel.append(more);
}

function showNode(node) {
  const count = new Set(node.ties.flatMap(tie => tie.edges.map(edge => edge.article))).size;
  panel.replaceChildren(makeTools(node.iri), make("p", { className: "kind" }, makeSwatch(node.class), classes[node.class].name),
    make("h2", {}, isolate(node.label)));
  if (node.note) panel.append(make("p", { className: "names" }, isolate(node.note)));
  if (node.names.length) panel.append(make("p", { className: "names" }, "also ", ...node.names.flatMap((name, i) => i ? [", ", isolate(name)] : [isolate(name)])));
  panel.append(make("p", { className: "names" }, `${plural(node.ties.reduce((n, tie) => n + tie.edges.length, 0), "claim")} in ${plural(count, "article")}`));
  // named things before figures, then what is said most often
  const rank = tie => [classes[other(tie, node).class].shown ? 0 : 1, -tie.edges.length, tie.predicate, tie.index];
  const compare = (a, b) => { for (let i = 0; i < 4; i++) if (a[i] !== b[i]) return a[i] - b[i]; return 0; };
  addTies(node.ties.map(tie => [rank(tie), tie]).sort((a, b) => compare(a[0], b[0])).map(pair => pair[1]), node);
}

function showTie(tie) {
  panel.replaceChildren(makeTools(tie.edges[0].iri), make("p", { className: "kind" }, plural(tie.edges.length, "claim")), makeLine(tie, null));
  panel.lastChild.className = "line lead";
  panel.append(...tie.edges.map(edge => makeClaim(edge, tie)));
}

function showStart() {
  const top = visible.nodes.filter(node => !classes[node.class].small).slice(0, 10);
  panel.replaceChildren(make("h2", {}, "Who is said to do what"),
    make("p", {}, "Every line is something that an article says. Choose a name or a line to read the sentence and where it stands."),
    make("h3", {}, "Most connected"),
    make("ol", { className: "top" }, ...top.map(node => make("li", {}, makeSwatch(node.class), nameButton(node), make("small", {}, plural(node.degree, "tie"))))));
  const contested = visible.ties.filter(tie => ["denied", "disputed"].includes(stances[tie.stance].id)).slice(0, 8);
  if (contested.length) panel.append(make("h3", {}, "Denied or disputed"), ...contested.map(tie => makeLink(tie)));
  const planned = visible.ties.filter(tie => stances[tie.stance].id === "planned").slice(0, 8);
  if (planned.length) panel.append(make("h3", {}, "Planned"), ...planned.map(tie => makeLink(tie)));
}

const makeLink = tie => make("p", { className: "line brief" }, make("button", { type: "button", className: "plain", onclick: () => select({ tie }, true) },
  isolate(`${nodes[tie.from].label} ${predicates[tie.predicate].words} ${nodes[tie.to].label}`)), " ", makeChip(tie.stance));
