"use strict";
// Explanations of terms where the pointer, the keyboard or a finger is. Without this script the
// terms are links, and their explanations stand at the end of the page.
(() => {
  let popup = null;
  let owner = null;
  let timer = 0;

  const note = (link) => document.getElementById(link.getAttribute("aria-describedby") || "");

  function close() {
    clearTimeout(timer);
    if (popup) popup.remove();
    popup = owner = null;
  }

  function open(link) {
    if (owner === link) return;
    close();
    const definition = note(link);
    if (!definition) return;
    popup = document.createElement("div");
    popup.className = "popup";
    // For screen readers the note itself is the description; this is a picture of it.
    popup.setAttribute("aria-hidden", "true");
    for (const part of definition.querySelector("dd").childNodes) popup.append(part.cloneNode(true));
    for (const element of popup.querySelectorAll("[id]")) element.removeAttribute("id");
    for (const inner of popup.querySelectorAll("a")) inner.tabIndex = -1;
    popup.addEventListener("pointerenter", () => clearTimeout(timer));
    popup.addEventListener("pointerleave", later);
    document.body.append(popup);
    owner = link;
    place(link);
  }

  function place(link) {
    const at = link.getClientRects()[0];
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at.left, width - popup.offsetWidth - 8));
    const below = at.bottom + popup.offsetHeight + 8 < window.innerHeight;
    const top = below ? at.bottom + 6 : at.top - popup.offsetHeight - 6;
    popup.style.left = left + window.scrollX + "px";
    popup.style.top = Math.max(4, top + window.scrollY) + "px";
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(close, 250);
  }

  for (const link of document.querySelectorAll("a.term[aria-describedby]")) {
    link.addEventListener("pointerenter", (e) => {
      if (e.pointerType === "mouse") open(link);
    });
    link.addEventListener("pointerleave", (e) => {
      if (e.pointerType === "mouse") later();
    });
    link.addEventListener("focus", () => open(link));
    link.addEventListener("blur", later);
    // A first touch explains, a second follows the link.
    link.addEventListener("click", (e) => {
      if (e.pointerType === "touch" && link.dataset.seen !== "yes") {
        e.preventDefault();
        open(link);
        link.dataset.seen = "yes";
        setTimeout(() => delete link.dataset.seen, 4000);
      }
    });
  }
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") close();
  });
  document.addEventListener("pointerdown", (e) => {
    if (popup && !popup.contains(e.target) && e.target !== owner) close();
  });
})();
