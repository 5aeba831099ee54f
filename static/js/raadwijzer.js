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
  text.closest("label")?.after(row) ?? text.after(row);
}

document.getElementById("fouten")?.focus();
