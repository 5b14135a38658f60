"use strict";

const by = (id) => document.getElementById(id);
const pages = by("pages"), wrong = by("wrong"), problems = by("problems"), news = by("news"), gone = by("gone");

let page = null; // the version on the screen
let coming = null; // the one that is being loaded behind it
let asked = 0; // the number of the newest version asked for
let line = null; // where news come from

/* A browser keeps few connections to one place: a page that nobody sees gives its own up, and catches up later. */
function listen() {
  line?.close();
  line = null;
  if (document.hidden) return;
  line = new EventSource("news");
  line.onopen = () => (gone.hidden = true);
  line.onerror = () => (gone.hidden = false);
  line.onmessage = (event) => show(JSON.parse(event.data));
}

function show(latest) {
  if (latest.number && latest.number !== asked) load(latest.number);
  tell(latest.problems, latest.number > 0);
}

function load(number) {
  asked = number;
  coming?.remove();
  const next = document.createElement("iframe");
  coming = next;
  next.title = pages.dataset.name;
  next.className = "coming";
  next.setAttribute("sandbox", "allow-same-origin allow-popups allow-popups-to-escape-sandbox");
  next.src = `page?${number}`;
  next.addEventListener("load", () => next === coming && swap(next), { once: true });
  pages.append(next);
}

/* The new version takes the place of the old one only when it is all there, at the same height. */
function swap(next) {
  coming = null;
  const text = next.contentDocument;
  if (!text?.body?.childElementCount) {
    next.remove(); // the server has just gone; the next message, if any, asks again
    asked = 0;
    return;
  }
  for (const link of text.querySelectorAll("a[href]")) {
    if (!link.getAttribute("href").startsWith("#")) link.target = "_blank";
  }
  const old = page;
  const read = !old || document.activeElement === old;
  if (old) {
    const { scrollX, scrollY } = old.contentWindow;
    next.contentWindow.scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
  }
  next.className = "";
  page = next;
  old?.remove();
  if (read) next.focus({ preventScroll: true });
  document.title = text.title || document.title;
  if (old) news.textContent = news.dataset.refreshed;
}

function tell(found, behind) {
  if (!found.length && !wrong.hidden) news.textContent = news.dataset.mended;
  if (found.length) news.textContent = "";
  by("behind").hidden = !behind;
  by("nothing-yet").hidden = behind;
  problems.replaceChildren(...found.map(card));
  wrong.hidden = !found.length;
  pages.classList.toggle("dimmed", found.length > 0);
}

/* Only ever text: what a file holds never becomes part of this page. */
function card(problem) {
  const made = by("problem").content.cloneNode(true);
  for (const part of made.querySelectorAll("[data-part]")) {
    part.textContent = problem[part.dataset.part];
  }
  for (const empty of made.querySelectorAll("p, .code")) if (!empty.textContent.trim()) empty.remove();
  if (!problem.line) made.querySelector(".text").remove();
  return made;
}

document.addEventListener("visibilitychange", listen);
window.addEventListener("pagehide", () => line?.close());
listen();
