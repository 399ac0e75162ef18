import assert from "node:assert/strict";
import { test } from "node:test";
import { whereToLook } from "../src/failures.js";
import { mayBeSentAgain } from "../src/once.js";
import { cookie } from "../src/theme.js";

test("a lost write points to the page of its printer", () => {
  assert.equal(whereToLook("/printers/7/clear?x=1", "/fleet"), "/printers/7");
  assert.equal(whereToLook("https://farm.example/printers/7", "/fleet"), "/printers/7");
  assert.equal(whereToLook("/users", "/users"), "/users");
});

test("a form may be sent again only when the server said that it was not carried out", () => {
  const answer = (status, hx = {}) => ({ response: { status }, hx });
  assert.equal(mayBeSentAgain(answer(409)), true);
  assert.equal(mayBeSentAgain(answer(204, { redirect: "/printers/7" })), false);
  assert.equal(mayBeSentAgain(answer(502)), false);
  assert.equal(mayBeSentAgain(answer(401)), false);
  assert.equal(mayBeSentAgain({}), false);
});

test("the theme is kept for a year and forgotten with the system's", () => {
  assert.equal(cookie("dark", true), "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; Secure");
  assert.equal(cookie("system", false), "theme=; Path=/; Max-Age=0; SameSite=Lax");
});
