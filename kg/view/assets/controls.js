// What a person can do: choose, search, filter, zoom, switch between map and list, follow a link to one thing.

const toFragment = iri => `#${encodeURIComponent(iri)}`;

function showPanel(choice) {
  const within = panel.contains(document.activeElement); // what had the focus is about to go
  if (!choice) showStart();
  else if (choice.node) showNode(choice.node);
  else showTie(choice.tie);
  panel.scrollTop = 0;
  if (within) panel.focus({ preventScroll: true });
}

/** Shows a node or a tie, or nothing; `move` brings it into sight. */
function select(choice, move = false) {
  if (choice && reveal(choice.node, choice.tie)) { applyFilters(); backdrop = null; makeFilters(); updateDrawing(); }
  // chosen again, its panel stays as it is: passages that were opened in it stay open
  const shown = choice && selected && choice.node === selected.node && choice.tie === selected.tie;
  selected = choice;
  hovered = null;
  if (!shown) showPanel(choice);
  const iri = choice && (choice.node ? choice.node.iri : choice.tie.edges[0].iri);
  history.replaceState(null, "", iri ? toFragment(iri) : location.pathname + location.search);
  if (move && byId("list").hidden) moveToSelection(); else { if (crowded) updateDrawing(); network.redraw(); }
}

// -- the map

const MIN_START_SCALE = 0.4; // on a phone the page opens on the busiest part: all at once would be dust

network.on("click", event => {
  const found = pick(event.pointer.DOM);
  if (!found && !selected) return;
  select(found);
  // on a phone the panel lies below the map
  if (found && matchMedia("(max-width: 820px)").matches) panel.scrollIntoView({ behavior: motion.matches ? "auto" : "smooth", block: "nearest" });
});
let moved = 0;
canvasHome.addEventListener("pointermove", event => {
  if (event.pointerType === "touch" || event.buttons || moved) return;
  const box = canvasHome.getBoundingClientRect(), point = { x: event.clientX - box.left, y: event.clientY - box.top };
  moved = requestAnimationFrame(() => {
    moved = 0;
    const found = pick(point);
    if (found?.node === hovered?.node && found?.tie === hovered?.tie) return;
    hovered = found;
    canvasHome.style.cursor = found ? "pointer" : "grab";
    network.redraw();
  });
});

canvasHome.addEventListener("pointerleave", () => { if (hovered) { hovered = null; network.redraw(); } });

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 6), animation: gently() });
  settleSoon();
}
function moveBy(x, y) {
  const at = network.getViewPosition(), scale = network.getScale();
  network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale } });
  settleSoon();
}
const showAll = () => { fitTo(visible.nodes); settleSoon(); };
byId("zoom-in").onclick = () => zoomBy(1.4);
byId("zoom-out").onclick = () => zoomBy(1 / 1.4);
byId("zoom-fit").onclick = showAll;

const KEYS = {
  ArrowLeft: () => moveBy(-80, 0), ArrowRight: () => moveBy(80, 0), ArrowUp: () => moveBy(0, -80), ArrowDown: () => moveBy(0, 80),
  "+": () => zoomBy(1.4), "=": () => zoomBy(1.4), "-": () => zoomBy(1 / 1.4), 0: showAll, Enter: () => panel.focus(),
};
canvasHome.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && selected && byId("hits").hidden) select(null);
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) { event.preventDefault(); byId("query").focus(); }
});

// -- search

const query = byId("query"), hits = byId("hits");
const folded = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const searchable = nodes.map(node => folded([node.label, ...node.names].join(" \n ")));
let active = -1;

function findNames(text) {
  const words = folded(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const found = nodes.filter(node => words.every(word => searchable[node.index].includes(word)));
  const starts = node => folded(node.label).startsWith(words[0]) ? 0 : 1;
  return found.sort((a, b) => starts(a) - starts(b) || b.ties.length - a.ties.length || a.index - b.index).slice(0, 12);
}

function closeHits() {
  hits.hidden = true;
  active = -1;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
}

function choose(node) {
  closeHits();
  openTab("net");
  select({ node }, true);
}

function activate(index) {
  const options = [...hits.children];
  active = (index + options.length) % options.length;
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === active)));
  options[active].scrollIntoView({ block: "nearest" });
  query.setAttribute("aria-activedescendant", options[active].id);
}

let found = [];
query.addEventListener("input", () => {
  updateList();
  found = byId("list").hidden ? findNames(query.value) : [];
  hits.replaceChildren(...found.map((node, index) => make("li", { id: `hit-${index}`, role: "option", "aria-selected": "false", onpointerdown: event => { event.preventDefault(); choose(node); } },
    makeSwatch(node.class), isolate(node.label), make("small", {}, plural(node.ties.length, "tie")))));
  if (!found.length && query.value.trim() && byId("list").hidden) hits.append(make("li", { role: "option", "aria-disabled": "true" }, "No such name; the list searches sentences too"));
  hits.hidden = !hits.childElementCount;
  active = -1;
  query.setAttribute("aria-expanded", String(!hits.hidden));
});
query.addEventListener("keydown", event => {
  if (event.key === "Escape") return closeHits();
  if (!found.length || hits.hidden) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); activate(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1)); }
  if (event.key === "Enter") { event.preventDefault(); choose(found[Math.max(active, 0)]); }
});
query.addEventListener("blur", closeHits);

// -- filters

const MEANINGS = {
  fact: "An article says that it is or was so", planned: "Announced or intended, not yet so",
  possible: "Perhaps so, or so on a condition", denied: "An article says that it is not so",
  disputed: "Said by one article or person, denied by another",
};

function makeFilter(group, index, name, count, icon) {
  const input = make("input", { type: "checkbox", checked: shown[group].has(index) });
  input.onchange = () => { if (input.checked) shown[group].add(index); else shown[group].delete(index); filtersChanged(); };
  return make("li", {}, make("label", { title: group === "stances" ? MEANINGS[name] : "" }, input, icon, make("span", {}, name), make("span", { className: "count" }, count.toLocaleString("en"))));
}

function makeStroke(index) {
  const stance = stances[index].id, stroke = drawIcon("stroke", "0 0 26 8", { d: "M1 4H25", stroke: "currentColor", "stroke-width": "2", "stroke-dasharray": stances[index].dashes.map(length => length / 1.5).join(" ") });
  stroke.style.color = stance === "denied" || stance === "disputed" ? "var(--denied)" : "var(--tie)";
  return stroke;
}

const tally = (list, key) => list.reduce((counts, item) => counts.set(key(item), (counts.get(key(item)) || 0) + 1), new Map());

function makeFilters() {
  const perClass = tally(nodes, node => node.class), perPredicate = tally(ties, tie => tie.predicate), perStance = tally(ties, tie => tie.stance);
  byId("classes").replaceChildren(...classes.map((cls, index) => makeFilter("classes", index, cls.name, perClass.get(index), makeSwatch(index))));
  byId("stances").replaceChildren(...stances.flatMap((stance, index) => perStance.has(index) ? [makeFilter("stances", index, stance.id, perStance.get(index), makeStroke(index))] : []));
  const order = [...perPredicate.keys()].sort((a, b) => perPredicate.get(b) - perPredicate.get(a) || a - b);
  byId("predicates").replaceChildren(...order.map(index => makeFilter("predicates", index, predicates[index].words, perPredicate.get(index), null)));
  byId("predicates-all").textContent = shown.predicates.size ? "none" : "all";
}

function filtersChanged() {
  applyFilters();
  backdrop = null;
  updateDrawing();
  updateList();
  byId("predicates-all").textContent = shown.predicates.size ? "none" : "all";
  if (!selected) showStart();
  network.redraw();
}
byId("predicates-all").onclick = () => {
  if (shown.predicates.size) shown.predicates.clear(); else predicates.forEach((_, index) => shown.predicates.add(index));
  makeFilters();
  filtersChanged();
};

// -- map and list

const tabs = { net: byId("net-tab"), list: byId("list-tab") };
function openTab(name) {
  for (const [id, tab] of Object.entries(tabs)) {
    tab.setAttribute("aria-selected", String(id === name));
    tab.tabIndex = id === name ? 0 : -1;
    byId(id).hidden = id !== name;
  }
  for (const id of ["zoom", "status"]) byId(id).hidden = name === "list";
  byId("board").classList.toggle("listing", name === "list");
  query.placeholder = name === "list" ? "Search claims…" : "Search names…";
  query.setAttribute("aria-label", query.placeholder.slice(0, -1));
  if (name === "list") { closeHits(); updateList(); } else network.redraw();
}
for (const [id, tab] of Object.entries(tabs)) {
  tab.onclick = () => openTab(id);
  tab.onkeydown = event => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = id === "net" ? "list" : "net";
    openTab(next);
    tabs[next].focus();
  };
}
byId("skip").onclick = event => { event.preventDefault(); openTab("list"); tabs.list.focus(); };

// -- links to one thing

const byIri = new Map(nodes.map(node => [node.iri, { node }]));
for (const tie of ties) for (const edge of tie.edges) byIri.set(edge.iri, { tie });

function followFragment() {
  let iri;
  try { iri = decodeURIComponent(location.hash.slice(1)); } catch { iri = location.hash.slice(1); }
  const choice = byIri.get(iri);
  if (choice) select(choice, true);
}
addEventListener("hashchange", followFragment);

makeFilters();
if (matchMedia("(max-width: 820px)").matches) byId("filter-box").open = false;
updateDrawing();
fitTo(visible.nodes, false);
if (matchMedia("(max-width: 820px)").matches && !crowded && network.getScale() < MIN_START_SCALE) {
  const { x, y } = visible.nodes[0];
  network.moveTo({ position: { x, y }, scale: MIN_START_SCALE });
  settle();
}
showStart();
followFragment();
