// The list: every claim that passes the filters and holds the words of the search, as a table.

const LIST_STEP = 100; // rows added at a time: a table of thousands would stall the page
let listed = [];

function findClaims() {
  const words = byId("query").value.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (tie, edge) => {
    const text = `${nodes[tie.from].label} ${predicates[tie.predicate].words} ${nodes[tie.to].label} ${edge.speaker} ${edge.quote} ${articles[edge.article].title}`.toLowerCase();
    return words.every(word => text.includes(word));
  };
  // the list has room for figures: the class filter holds for the map alone where it hides them from the start
  const passes = tie => shown.predicates.has(tie.predicate) && shown.stances.has(tie.stance)
    && [tie.from, tie.to].every(end => shown.classes.has(nodes[end].class) || !classes[nodes[end].class].shown);
  return ties.filter(passes).flatMap(tie => tie.edges.filter(edge => !words.length || holds(tie, edge)).map(edge => ({ tie, edge })));
}

function makeRow({ tie, edge }) {
  const line = makeLine({ ...tie, stance: edge.stance, edges: [edge] }, null);
  const speech = make("td", {}, ...(edge.speaker ? [make("span", { className: "context" }, isolate(edge.speaker), ": ")] : []), make("span", {}, edge.quote));
  return make("tr", {}, make("td", {}, line), speech, make("td", {}, makeCitation(edge)));
}

function extendList() {
  const rows = byId("rows"), from = rows.childElementCount;
  rows.append(...listed.slice(from, from + LIST_STEP).map(makeRow));
  byId("more").hidden = rows.childElementCount >= listed.length;
}

function updateList() {
  if (byId("list").hidden) return;
  listed = findClaims().sort((a, b) => nodes[a.tie.from].label.localeCompare(nodes[b.tie.from].label, "en") || a.tie.predicate - b.tie.predicate || a.tie.index - b.tie.index);
  byId("rows").replaceChildren();
  byId("list-status").textContent = `${plural(listed.length, "claim")}${byId("query").value.trim() ? " with these words" : ""}`;
  extendList();
}
byId("more").onclick = extendList;
