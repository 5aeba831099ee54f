// Improves what already works without it: copying, and the way to what is wrong.

for (const text of document.querySelectorAll("[data-kopieer]")) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "utrecht-button utrecht-button--secondary-action";
  button.textContent = "Kopieer";
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = "Gekopieerd.";
    } catch {
      said.textContent = "De tekst is geselecteerd. Kopieer met Ctrl+C of houd ingedrukt.";
    }
  });
  const row = document.createElement("p");
  row.className = "rw-knoppen";
  row.append(button, said);
  (text.closest("label") ?? text).after(row);
}

// In het kort: copy the questions, share them, or copy the whole page as text.
function offer(row, said, text, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "utrecht-button utrecht-button--secondary-action";
  button.textContent = text;
  button.addEventListener("click", async () => {
    try {
      said.textContent = await act();
    } catch {
      said.textContent = "Dat lukte niet. Selecteer de tekst en kopieer haar zelf.";
    }
  });
  row.prepend(button);
}

for (const row of document.querySelectorAll("[data-deel]")) {
  const text = row.dataset.deel;
  const whole = row.querySelector("a");
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  row.append(said);
  offer(row, said, "Kopieer alles", async () => {
    const answer = await fetch(whole.href);
    await navigator.clipboard.writeText(await answer.text());
    return "Alles gekopieerd.";
  });
  if (navigator.share) {
    offer(row, said, "Deel", async () => {
      await navigator.share({ text });
      return "";
    });
  }
  whole.hidden = Boolean(navigator.clipboard);
  offer(row, said, "Kopieer", async () => {
    await navigator.clipboard.writeText(text);
    return "Gekopieerd.";
  });
}

// A paper under way: the server writes out what stands in the form now, and keeps nothing.
for (const button of document.querySelectorAll("button[data-haal]")) {
  const said = document.getElementById(button.dataset.haal);
  button.hidden = false;
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(button.form));
    body.append(button.name, button.value);
    try {
      const answer = await fetch(button.form.action, { method: "POST", body });
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      await navigator.clipboard.writeText(await answer.text());
      said.textContent = "Gekopieerd.";
    } catch {
      button.form.requestSubmit(button);
    }
  });
}

document.getElementById("fouten")?.focus();

// The tally while somebody answers: our own host does the sum, and keeps nothing.
const now = document.getElementById("telling");
const form = document.querySelector("form[data-stand]");
let asked = 0;

async function look() {
  const mine = ++asked;
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.dataset.stand, { method: "POST", body });
    const text = await answer.text();
    if (answer.ok && mine === asked) {
      now.innerHTML = text;
    }
  } catch {
    // Without a line to the server the page works as it does without JavaScript.
  }
}

// What an answer will do is seen at once: a tap just above the bar brings it above the bar.
function showEffect(event) {
  const named = event.target.getAttribute("aria-describedby") ?? "";
  const effect = document.getElementById(named.split(" ").pop());
  const edge = document.querySelector(".rw-onderbalk").getBoundingClientRect().top;
  const hidden = effect ? effect.getBoundingClientRect().bottom - edge : 0;
  if (hidden > 0) {
    window.scrollBy(0, hidden + 8);
  }
}

if (now && form) {
  form.addEventListener("change", look);
  form.addEventListener("change", showEffect);
}
