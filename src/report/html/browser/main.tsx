import { h, render } from "preact";
import { BarChart } from "./chart.js";
import { readPayload } from "./data.js";
import { listsOf } from "./lists.js";
import { StudentDialog } from "./student.js";

/*
 * The page can be read without this script; it shows one view at a time, draws the plots, and fills the lists. A list
 * is built when its view is first opened, so that a long one costs nothing until someone looks at it.
 */

const payload = readPayload();
const lists = listsOf(payload, openStudent);
const views = [...document.querySelectorAll<HTMLElement>("[data-view]")];
const filled = new Set<string>();

function openStudent(id: string): void {
  const root = document.getElementById("dialog");
  const opener = document.activeElement;
  if (root === null) return;
  const close = (): void => {
    render(null, root);
    if (opener instanceof HTMLElement) opener.focus();
  };
  render(h(StudentDialog, { payload, id, close }), root);
}

function fill(id: string): void {
  const list = lists[id];
  const root = document.querySelector(`[data-list="${id}"]`);
  if (list === undefined || root === null || filled.has(id)) return;
  filled.add(id);
  render(h(list, {}), root);
}

function show(byPerson: boolean): void {
  const wanted = location.hash.slice(1);
  if (wanted === "content") return;
  const view = views.find(({ id }) => id === wanted) ?? views[0];
  if (view === undefined) return;
  fill(view.id);
  for (const other of views) other.hidden = other !== view;
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === `#${view.id}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  // Whoever chose a view by keyboard or screen reader goes on reading there.
  if (byPerson) view.querySelector<HTMLElement>("h2")?.focus();
}

for (const chart of payload.charts) {
  const root = document.querySelector(`[data-chart="${chart.id}"]`);
  if (root !== null) render(h(BarChart, { chart }), root);
}
addEventListener("hashchange", () => show(true));
show(false);
