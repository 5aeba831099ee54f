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

document.getElementById("fouten")?.focus();

// ‘Stand nu’ while somebody answers: our own host does the sum, and keeps nothing.
const now = document.getElementById("stand-nu");
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

if (now && form) {
  form.addEventListener("change", look);
}
