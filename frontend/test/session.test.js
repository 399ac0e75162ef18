import assert from "node:assert/strict";
import { test } from "node:test";
import { collect, fill, isSignedOut, restore, typed } from "../src/session.js";

const field = (type, name, before, value, more = {}) => ({
  tagName: type === "textarea" ? "TEXTAREA" : "INPUT",
  type,
  name,
  defaultValue: before,
  value,
  events: [],
  hasAttribute: (attribute) => attribute in more,
  dispatchEvent(event) {
    this.events.push(event.type);
  },
  ...more,
});
const tick = (name, before, checked, more) =>
  field("checkbox", name, "on", "on", { defaultChecked: before, checked, ...more });
const select = (name, options) => ({
  ...field("select-one", name),
  tagName: "SELECT",
  options: options.map(([value, before, selected]) => ({ value, defaultSelected: before, selected })),
});
const form = (action, ...elements) => ({ elements, getAttribute: () => action });
const page = (...forms) => ({ querySelectorAll: () => forms });

test("only what was typed is kept", () => {
  const fields = typed(
    form(
      "/x",
      field("text", "note", "", "for Priya"),
      field("text", "same", "a", "a"),
      field("textarea", "why", "", "jam"),
      tick("urgent", false, true),
      select("build", [
        ["1", true, false],
        ["2", false, true],
      ]),
    ),
  );
  assert.deepEqual(fields, [
    { name: "note", index: 0, value: "for Priya" },
    { name: "why", index: 2, value: "jam" },
    { name: "urgent", index: 3, checked: true },
    { name: "build", index: 4, chosen: ["2"] },
  ]);
});

test("secrets, one-time values, files and consents are never kept", () => {
  const fields = typed(
    form(
      "/x",
      field("password", "password", "", "secret"),
      field("hidden", "_csrf", "", "token"),
      field("text", "_csrf", "", "token"),
      field("text", "actionId", "", "once"),
      field("file", "stl", "", "part.stl"),
      field("text", "", "", "nameless"),
      tick("bedClear", false, true, { "data-arm": "" }),
      tick("safe", false, true, { required: true }),
    ),
  );
  assert.deepEqual(fields, []);
});

test("what was kept comes back into the same form, and says so to whoever listens", () => {
  const before = page(
    form("/printers/1/add", field("text", "note", "", "mine"), tick("urgent", false, true)),
    form("/printers/2/add", field("text", "note", "", "")),
  );
  const kept = collect(before);
  assert.equal(kept.length, 1);

  const note = field("text", "note", "", "");
  const urgent = tick("urgent", false, false);
  const other = field("text", "note", "", "");
  restore(
    page(form("/printers/2/add", other), form("/printers/1/add", note, urgent)),
    JSON.parse(JSON.stringify(kept)),
  );
  assert.equal(note.value, "mine");
  assert.equal(urgent.checked, true);
  assert.equal(other.value, "");
  assert.deepEqual(note.events, ["input"]);
});

test("fields that are another by now are left alone", () => {
  const other = field("text", "name", "", "");
  fill(form("/x", other), [
    { name: "note", index: 0, value: "mine" },
    { name: "gone", index: 7, value: "mine" },
  ]);
  assert.equal(other.value, "");
});

test("a field that has changed places is found by its name, unless several have it", () => {
  const first = field("number", "copies:b", "", "");
  const second = field("number", "copies:a", "", "");
  const ticks = [tick("entry", true, true), tick("entry", true, true)];
  fill(form("/x", first, second, ...ticks), [
    { name: "copies:a", index: 0, value: "3" },
    { name: "entry", index: 9, checked: false },
  ]);
  assert.equal(first.value, "");
  assert.equal(second.value, "3");
  assert.deepEqual(
    ticks.map((each) => each.checked),
    [true, true],
  );
});

test("the session is over at 401, and where the answer came from the sign-in page", () => {
  assert.equal(isSignedOut({ status: 401 }), true);
  assert.equal(isSignedOut({ status: 200, redirected: true, url: "https://nordwand.example/login?next=%2F" }), true);
  assert.equal(isSignedOut({ status: 200, redirected: true, url: "https://nordwand.example/fleet" }), false);
  assert.equal(isSignedOut({ status: 403, redirected: false }), false);
});
