import assert from "node:assert/strict";
import { test } from "node:test";

process.env.TZ = "Europe/Zurich";
const { absolute, age, brief, clock, hours, span, stamp, write } = await import("../src/times.js");

const at = (iso) => Date.parse(iso);
const minutes = (count) => count * 60_000;

test("spans are worded like the server's", () => {
  assert.equal(span(minutes(0.9)), "under 1 min");
  assert.equal(span(minutes(-5)), "under 1 min");
  assert.equal(span(minutes(23.9)), "23 min");
  assert.equal(span(minutes(125)), "2 h 05 min");
  assert.equal(span(minutes(24 * 60 - 1)), "23 h 59 min");
  assert.equal(span(minutes(27 * 60 + 59)), "1 d 3 h");
});

test("the age of data counts seconds first", () => {
  assert.equal(age(-300), "0 s ago");
  assert.equal(age(3900), "3 s ago");
  assert.equal(age(minutes(14.5)), "14 min ago");
});

test("a German screen says so in German", () => {
  globalThis.document = { documentElement: { lang: "de-CH", dataset: {} } };
  assert.equal(age(3900), "vor 3 s");
  assert.equal(age(minutes(14.5)), "vor 14 min");
  delete globalThis.document;
  assert.equal(age(3900), "3 s ago");
});

test("where there is little room the largest unit is all", () => {
  assert.equal(brief(-5), "0 min");
  assert.equal(brief(minutes(59.9)), "59 min");
  assert.equal(brief(minutes(23 * 60 + 59)), "23 h");
  assert.equal(hours(minutes(59.9)), "<1 h");
  assert.equal(hours(minutes(60)), "1 h");
  assert.equal(hours(minutes(24 * 60 * 3 - 1)), "2 d");
});

test("clock times are those of the browser's zone, with the day where it is not today", () => {
  const now = at("2026-02-12T13:54:00Z");
  assert.equal(clock(at("2026-02-12T13:54:00Z"), now), "14:54");
  assert.equal(clock(at("2026-02-12T23:10:00Z"), now), "Fri 00:10");
  assert.equal(clock(at("2026-02-18T05:10:00Z"), now), "Wed 06:10");
  assert.equal(clock(at("2026-02-03T05:10:00Z"), now), "3 Feb");
  assert.equal(clock(at("2024-02-03T05:10:00Z"), now), "3 Feb 2024");
});

test("a day of 23 hours is still a day", () => {
  assert.equal(clock(at("2026-03-29T20:00:00Z"), at("2026-03-28T20:00:00Z")), "Sun 22:00");
});

test("records have day and time to the second", () => {
  assert.equal(stamp(at("2026-02-12T23:54:09Z")), "13 Feb 00:54:09");
});

test("the hover text has day, date, time and zone", () => {
  assert.match(absolute(at("2026-02-12T13:54:09Z")), /Thursday.* 12 February 2026.* 14:54:09 .*(CET|GMT\+1)/);
});

test("elements are written by their kind and left alone without a time", () => {
  const now = at("2026-02-12T13:54:00Z");
  const element = (time, datetime) => ({
    dataset: { time },
    getAttribute: () => datetime,
    textContent: "–",
    title: "",
  });
  const words = (time, datetime) => {
    const it = element(time, datetime);
    write(it, now);
    return it.textContent;
  };
  assert.equal(words("ago", "2026-02-12T13:31:00Z"), "23 min");
  assert.equal(words("least", "2026-02-12T13:31:00Z"), "23 min");
  assert.equal(words("least", "2026-02-12T13:53:20Z"), "some seconds");
  assert.equal(words("until", "2026-02-12T15:59:00Z"), "2 h 05 min");
  assert.equal(words("clock", "2026-02-12T13:31:00Z"), "14:31");
  assert.equal(words("ago", ""), "–");
});
