// Suggestions while somebody types, from the list in the page: the word stays on the phone.
// The same sum as rules/judging/word_search.py, on the part of its list that the page holds.

const MOST = 4;
const MOST_WORDS = 6;
const EXACT = 6, BEGINS = 4, PART = 3, SLIP = 3, ENDS = 2.5, WITHIN = 2, ALONE = 0.5, LATER = 0.02;
const WHOLE_FROM = 2, PART_FROM = 3, BEGINS_FROM = 4, SLIP_FROM = 5;

const field = document.getElementById("woord");
const list = document.getElementById("zoek-treffers");
const told = document.getElementById("zoek-telling");
const held = document.getElementById("zoek-lijst");
const small = new Set(held.dataset.kleineWoorden.split(" "));
const lookAlikes = new Set(held.dataset.lijktOp.split("|"));
const entries = [...held.content.children].map((item) => {
  const terms = item.dataset.woorden.split("|");
  const spelled = terms.flatMap((term) =>
    [...new Set([term, ...term.split(" ")])].map((text) => [text, text === term ? 0 : ALONE]),
  );
  return { item, terms, spelled };
});

function plain(text) {
  return text
    .toLowerCase()
    .replace(/['’‘]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function isSlip(one, other) {
  const [short, long] = one.length > other.length ? [other, one] : [one, other];
  let place = 0;
  while (place < short.length && short[place] === long[place]) {
    place += 1;
  }
  const rest = place + (short.length === long.length ? 1 : 0);
  return short.slice(rest) === long.slice(place + 1);
}

function score(entry, typed, whole) {
  const from = whole ? WHOLE_FROM : BEGINS_FROM;
  const found = [0];
  if (lookAlikes.has(typed)) {
    return 0;
  }
  for (const [text, less] of entry.spelled) {
    if (text === typed) {
      found.push(EXACT - less);
    } else if (text.startsWith(typed) && typed.length >= from) {
      found.push(BEGINS - less + typed.length / text.length);
    }
  }
  for (const term of entry.terms) {
    if (term.length >= BEGINS_FROM && term.length < typed.length && 2 * term.length >= typed.length) {
      found.push(typed.endsWith(term) ? ENDS : typed.startsWith(term) ? WITHIN : 0);
    }
    if (whole && typed.length >= PART_FROM && term.includes(typed)) {
      found.push(PART);
    }
  }
  return Math.max(...found);
}

function scores(typed, whole) {
  const found = entries.map((entry) => score(entry, typed, whole));
  if (lookAlikes.has(typed) || typed.length < SLIP_FROM || found.some((each) => each > 0)) {
    return found;
  }
  return entries.map(({ spelled }) =>
    Math.max(
      0,
      ...spelled
        .filter(([text]) => Math.abs(text.length - typed.length) <= 1 && isSlip(typed, text))
        .map(([, less]) => SLIP - less),
    ),
  );
}

function telling(text) {
  const words = text.split(" ").filter((word) => !small.has(word));
  return words.length > 0 ? words.join(" ") : text;
}

function find(text) {
  const query = telling(plain(text));
  if (query === "") {
    return [];
  }
  const words = query.split(" ").slice(0, MOST_WORDS);
  let found = scores(query, true);
  if (words.length > 1) {
    const each = words.map((word) => scores(word, false));
    const mean = (place) => each.reduce((sum, one, n) => sum + one[place] * (1 - LATER * n), 0) / words.length;
    found = found.map((one, place) => Math.max(one, mean(place)));
  }
  return found
    .map((one, place) => [Number(one.toFixed(6)), place])
    .filter(([one]) => one > 0)
    .sort(([a, i], [b, j]) => b - a || i - j)
    .slice(0, MOST)
    .map(([, place]) => entries[place].item);
}

field.addEventListener("input", () => {
  const hits = find(field.value);
  list.replaceChildren(...hits.map((hit) => hit.cloneNode(true)));
  list.hidden = hits.length === 0;
  told.textContent = hits.length === 0 ? "" : `${hits.length} gevonden`;
});
