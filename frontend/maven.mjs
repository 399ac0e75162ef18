// What Maven runs: "node maven.mjs build" installs what package-lock.json names, unless that is installed already, and
// builds; "node maven.mjs check" runs the linter and the tests. What is missing is said in one sentence.
const [major] = process.versions.node.split(".");
if (Number(major) < 20) {
  fail(`Nordwand's pages need Node 20 or later to build, but "node" is ${process.version}: install a newer one.`);
}

const { spawnSync } = await import("node:child_process");
const { createHash } = await import("node:crypto");
const { existsSync, readFileSync, writeFileSync } = await import("node:fs");
const { fileURLToPath } = await import("node:url");

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
if (process.argv[2] === "check") {
  npm("run", "--silent", "check");
} else {
  install();
  const { build } = await import("./build.mjs");
  await build(`${process.cwd()}/../target/classes/static/assets`);
}

function install() {
  const stamp = "node_modules/.installed";
  const want = createHash("sha256")
    .update(`${process.platform} ${process.arch} `)
    .update(readFileSync("package-lock.json"))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === want) return;
  // No package needs its install script; leaving them out keeps other people's code from running here.
  npm("ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error");
  writeFileSync(stamp, want);
}

function npm(...args) {
  const { error, status } = spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  if (error) fail(`Nordwand's pages need npm to build, and it could not be started (${error.code}): install it.`);
  if (status !== 0) fail(`"npm ${args[0]}" failed in frontend/: its own message stands above.`);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
