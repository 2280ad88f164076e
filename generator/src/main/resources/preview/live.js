// Keeps the page up to date while its author writes, and shows the problems.
// Pages are parsed by XMLHttpRequest (no Trusted Types sink, scripts in them never run);
// everything that comes from the content is set as text.
"use strict";
(() => {
  const panel = document.createElement("aside");
  panel.id = "cresset-preview";
  panel.setAttribute("aria-label", "Preview");
  document.body.append(panel);
  let assets = null;
  let open = false;

  const add = (parent, name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    parent.append(element);
    return element;
  };

  const count = (list, severity) => {
    const n = list.filter((p) => p.severity === severity).length;
    return n === 0 ? "" : n + " " + severity + (n === 1 ? "" : "s");
  };

  const place = (p) => (p.line ? p.path + ":" + p.line + ":" + p.column : p.path);

  const entry = (list, p) => {
    const item = add(list, "li", "", p.severity);
    add(item, "span", place(p), "place");
    add(item, "strong", p.severity + "[" + p.code + "]");
    add(item, "span", p.expected ? p.found + ", expected " + p.expected : p.found);
    if (p.source) add(item, "code", p.source);
    if (p.help) add(item, "em", p.help);
  };

  const show = (state) => {
    panel.replaceChildren();
    const bar = add(panel, "p");
    const link = add(bar, "a", "edition: " + state.edition);
    link.href = "/_preview/";
    const summary = [count(state.problems, "error"), count(state.problems, "warning")];
    const words = state.trouble ? "not up to date" : summary.filter(Boolean).join(", ");
    panel.className = state.trouble || summary[0] ? "wrong" : "right";
    if (!words) {
      add(bar, "span", "no problems");
      return;
    }
    const button = add(bar, "button", words);
    const list = add(panel, "ul");
    if (state.trouble) add(list, "li", state.trouble, "error");
    state.problems.forEach((p) => entry(list, p));
    const toggle = (now) => {
      open = now;
      list.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
    };
    button.type = "button";
    button.addEventListener("click", () => toggle(!open));
    toggle(open);
  };

  const get = (address, type) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = type;
      request.onload = () => (request.response ? resolve(request.response) : reject(new Error(address)));
      request.onerror = () => reject(new Error(address));
      request.send();
    });

  const refreshState = async () => {
    const state = await get("/_preview/state.json", "json");
    if (assets !== null && assets !== state.assets) location.reload();
    assets = state.assets;
    show(state);
  };

  // What was shown first is known by its number; later pages are compared by their text.
  const number = (page) => page.querySelector("script[data-state]")?.dataset.state;
  let shown = number(document);
  let original = null;

  // Pages that a script has filled are loaded afresh; the browser keeps their place.
  const refreshPage = async () => {
    const next = await get(location.pathname + location.search, "document");
    const [from, to] = [next.querySelector("main"), document.querySelector("main")];
    const text = from ? from.outerHTML : next.body.outerHTML;
    const same = original === null ? number(next) === shown : original === text;
    original = text;
    shown = number(next);
    if (same && document.title === next.title) return;
    if (!from || !to || to.querySelector("input[type=search]")) {
      location.reload();
      return;
    }
    const [x, y] = [scrollX, scrollY];
    const opened = [...to.querySelectorAll("details")].map((d) => d.open);
    to.replaceChildren(...[...from.childNodes].map((node) => document.importNode(node, true)));
    to.querySelectorAll("details").forEach((d, i) => {
      if (opened[i]) d.open = true;
    });
    document.title = next.title;
    scrollTo({ left: x, top: y, behavior: "instant" });
    document.dispatchEvent(new CustomEvent("cresset:updated"));
  };

  let running = Promise.resolve();
  const refresh = () => {
    running = running.then(() => Promise.all([refreshState(), refreshPage()])).catch(() => {});
  };
  // Also when the connection is made: something may have changed before.
  const events = new EventSource("/_preview/events");
  events.onopen = refresh;
  events.addEventListener("changed", refresh);
  addEventListener("pagehide", () => events.close());
})();
