import assert from "node:assert/strict";
import { test } from "node:test";
import { pause } from "../src/pair-pause.js";

test("a waiting screen asks every two seconds, and less often while nobody answers", () => {
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 1000].map((failures) => pause(failures, "waiting")),
    [2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000],
  );
});

test("where too many wait it tries its luck only now and then", () => {
  assert.equal(pause(0, "over"), 30_000);
});
